package dev.gatehouse.chassis.messaging.topic;

import dev.gatehouse.chassis.messaging.topic.TopicPolicy.Facts;
import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.chassis.runtime.kafka.KafkaSettings;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Compares the topics with what they must be, when the service starts and every hour: a topic that is missing or loses
 * records is the operator's to mend before it is needed. What the broker does not let this service see is passed over.
 */
@ApplicationScoped
class TopicCheck {
    private static final Log LOG = Log.of(TopicCheck.class);
    private static final int LONGEST_ANSWER_MILLIS = 5_000;

    private final Map<String, Object> settings;
    private final TopicNames names;
    private volatile List<String> faults = List.of();

    TopicCheck(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicNames names, MeterRegistry meters) {
        this.settings = KafkaSettings.admin(kafka, LONGEST_ANSWER_MILLIS);
        this.names = names;
        Gauge.builder("gatehouse.topics.faults", this, check -> check.faults.size())
                .description("What is wrong with the topics, as the log says")
                .register(meters);
    }

    /** An outage of the broker is told by others; then the next round checks. */
    @Scheduled(every = "1h", identity = "topic-check", concurrentExecution = ConcurrentExecution.SKIP)
    @Blocking
    void check() {
        try (Admin admin = Admin.create(settings)) {
            List<String> found = new ArrayList<>();
            int brokers = answer(admin.describeCluster().nodes()).size();
            for (Topic topic : Topic.values()) {
                found.addAll(faults(admin, topic, brokers));
            }
            faults = List.copyOf(found);
        } catch (ExecutionException | TimeoutException unanswered) {
            LOG.with("cause", unanswered).debug("The topics were not checked");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> faults(Admin admin, Topic topic, int brokers)
            throws InterruptedException, TimeoutException, ExecutionException {
        String name = names.of(topic);
        List<String> found;
        try {
            TopicDescription description = answer(Objects.requireNonNull(
                    admin.describeTopics(List.of(name)).topicNameValues().get(name)));
            found = TopicPolicy.faults(topic, facts(description, settings(admin, name), brokers));
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof AuthorizationException) {
                return List.of();
            }
            if (!(refused.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw refused;
            }
            found = List.of("it does not exist");
        }
        found.forEach(fault -> LOG.with("topic", name).with("fault", fault).error("The topic is not as it must be"));
        return found;
    }

    private static Map<String, String> settings(Admin admin, String name)
            throws InterruptedException, TimeoutException, ExecutionException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = answer(Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).values().get(resource)));
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static Facts facts(TopicDescription description, Map<String, String> config, int brokers) {
        int replicas = description.partitions().stream()
                .map(partition -> partition.replicas())
                .mapToInt(Collection::size)
                .min()
                .orElse(0);
        return new Facts(description.partitions().size(), replicas, config, brokers);
    }

    private static <T> T answer(KafkaFuture<T> question)
            throws InterruptedException, TimeoutException, ExecutionException {
        return question.get(LONGEST_ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    }
}
