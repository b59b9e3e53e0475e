package dev.gatehouse.localstack.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.contracts.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrokerIT {
    private RunningBroker broker;

    @BeforeEach
    void startBroker() throws IOException {
        broker = RunningBroker.in("broker-it");
    }

    @AfterEach
    void stop() throws IOException {
        broker.close();
    }

    @Test
    void hasEveryTopicWithItsSettingsAndKeepsRecordsWhenKilled() throws Exception {
        assertTopicsAreAsDescribed();
        assertFalse(makesTopicsByItself());
        send("kept");

        broker.killAndRestart();

        assertEquals("kept", firstRecord());
        assertTopicsAreAsDescribed();
    }

    private void assertTopicsAreAsDescribed() throws Exception {
        List<String> names = Stream.of(Topic.values()).map(Topic::topicName).toList();
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try (Admin admin = Admin.create(client())) {
            var topics = admin.describeTopics(names).allTopicNames().get();
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources).all().get();
            for (Topic topic : Topic.values()) {
                assertEquals(
                        topic.partitions(),
                        Objects.requireNonNull(topics.get(topic.topicName()))
                                .partitions()
                                .size());
                Config config = Objects.requireNonNull(
                        configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName())));
                Map<String, String> actual = topic.brokerSettings().keySet().stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> config.get(name).value()));
                assertEquals(topic.brokerSettings(), actual, topic.topicName());
            }
        }
    }

    private boolean makesTopicsByItself() throws Exception {
        try (Admin admin = Admin.create(client());
                KafkaConsumer<String, String> consumer =
                        new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("nobody.made.this", 0)));
            var unused = consumer.poll(Duration.ofMillis(200));
            return admin.listTopics().names().get().contains("nobody.made.this");
        }
    }

    private void send(String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            var unused = producer.send(new ProducerRecord<>(Topic.ACCOUNTS.topicName(), 0, "key", value))
                    .get();
        }
    }

    private String firstRecord() {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(Topic.ACCOUNTS.topicName(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(10));
            return records.iterator().next().value();
        }
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all", "compression.type", "lz4");
    }
}
