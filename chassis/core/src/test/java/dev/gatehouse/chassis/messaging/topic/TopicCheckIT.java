package dev.gatehouse.chassis.messaging.topic;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator can do wrong with a topic is seen on the broker, and counted. */
@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class TopicCheckIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** No other test of this module uses it. */
    private static final Topic TOPIC = Topic.NOTIFICATION_DEAD_LETTERS;

    private final Admin admin =
            Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + StackEnds.brokerPort()));

    @Inject
    TopicCheck check;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void countsARetentionThatIsTooShortUntilItIsMended() throws InterruptedException, ExecutionException {
        assertEquals(0, faults());

        set("retention.ms", "60000");
        awaitFaults(1);

        set("retention.ms", TOPIC.brokerSettings().getOrDefault("retention.ms", ""));
        awaitFaults(0);
    }

    @Test
    void countsATopicThatIsMissingUntilItExists() throws InterruptedException, ExecutionException {
        String name = Topics.nameOf(TOPIC);
        admin.deleteTopics(List.of(name)).all().get();
        awaitFaults(1);

        NewTopic topic = new NewTopic(name, TOPIC.partitions(), (short) 1).configs(TOPIC.brokerSettings());
        admin.createTopics(List.of(topic)).all().get();
        awaitFaults(0);
    }

    private void set(String setting, String value) throws InterruptedException, ExecutionException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.nameOf(TOPIC));
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
    }

    private void awaitFaults(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(count, faults()));
    }

    private double faults() {
        check.check();
        return meters.get("gatehouse.topics.faults").gauge().value();
    }
}
