package dev.gatehouse.localstack.broker;

import dev.gatehouse.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Creates the suite's topics as {@link Topic} describes them, and corrects the settings of those that are there. */
public final class Topics implements AutoCloseable {
    private static final short ONE_REPLICA = 1;

    private final Admin admin;

    private Topics(Admin admin) {
        this.admin = admin;
    }

    /** Connects to a broker that this stack started. */
    public static Topics at(String bootstrapServers) {
        return new Topics(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)));
    }

    /** Returns when all topics are there; harmless when they were before. */
    public void create() throws InterruptedException, ExecutionException {
        Set<String> present = admin.listTopics().names().get();
        admin.createTopics(topics().filter(topic -> !present.contains(topic.topicName()))
                        .map(Topics::asNew)
                        .toList())
                .all()
                .get();
        correct(topics().filter(topic -> present.contains(topic.topicName())).toList());
    }

    private void correct(List<Topic> topics) throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic topic : topics) {
            Collection<AlterConfigOp> settings = new ArrayList<>();
            topic.brokerSettings()
                    .forEach((name, value) ->
                            settings.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()), settings);
        }
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static Stream<Topic> topics() {
        return Stream.of(Topic.values());
    }

    private static NewTopic asNew(Topic topic) {
        return new NewTopic(topic.topicName(), topic.partitions(), ONE_REPLICA).configs(topic.brokerSettings());
    }

    @Override
    public void close() {
        admin.close();
    }
}
