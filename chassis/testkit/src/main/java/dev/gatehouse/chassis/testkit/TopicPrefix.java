package dev.gatehouse.chassis.testkit;

import dev.gatehouse.contracts.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * What the names of this test process' topics begin with; in a system property, see {@link StackProcess}. The topics
 * are created when the prefix is chosen.
 */
final class TopicPrefix {
    private static final String PREFIX = "gatehouse.testing.topic-prefix";
    private static final short ONE_REPLICA = 1;

    private TopicPrefix() {}

    static void choose(String schema) {
        synchronized (System.getProperties()) {
            String prefix = schema.replace('_', '-') + ".";
            if (!prefix.equals(System.getProperty(PREFIX))) {
                create(prefix);
                System.setProperty(PREFIX, prefix);
            }
        }
    }

    static String chosen() {
        return Objects.requireNonNull(System.getProperty(PREFIX), "The stack has not been started");
    }

    static String nameOf(Topic topic) {
        return chosen() + topic.topicName();
    }

    private static void create(String prefix) {
        List<NewTopic> topics = Stream.of(Topic.values())
                .map(topic -> new NewTopic(prefix + topic.topicName(), topic.partitions(), ONE_REPLICA)
                        .configs(topic.brokerSettings()))
                .toList();
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                StackProcess.running().kafka());
        try (Admin admin = Admin.create(settings)) {
            var unused = admin.createTopics(topics).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The topics could not be created", failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
