package dev.gatehouse.localstack.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.localstack.broker.RunningBroker;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReplayIT {
    private static final String SOURCE = Topic.POSTURE.topicName();

    private final StringWriter out = new StringWriter();
    private RunningBroker broker;

    @BeforeEach
    void startBroker() throws IOException {
        broker = RunningBroker.in("replay-it");
    }

    @AfterEach
    void stop() throws IOException {
        broker.close();
    }

    @Test
    void publishesEachDeadLetterOnceAsItWas() throws Exception {
        // Given
        letter("first", "");
        letter("second", "");
        letter("", "omitted");

        // When
        assertEquals(0, replay("--dry-run"));
        assertEquals(List.of(), published());
        assertEquals(0, replay());
        assertEquals(0, replay());

        // Then
        assertEquals(
                List.of("first", "second"),
                published().stream().map(ConsumerRecord::value).toList());
        ConsumerRecord<String, String> record = published().getFirst();
        assertEquals("key", record.key());
        assertEquals(
                "event.type", new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
        assertEquals(1, record.headers().toArray().length, "nothing of the dead letter is left");
        assertTrue(out.toString().contains(SOURCE + " 0/7  not JSON"), out.toString());
        assertTrue(out.toString().contains("2 replayed, 1 left as they are."), out.toString());

        // and again on request
        assertEquals(0, replay("--again"));
        assertEquals(4, published().size());
    }

    private int replay(String... options) {
        PrintWriter writer = new PrintWriter(out);
        List<String> arguments = new ArrayList<>(List.of("audit-service"));
        arguments.addAll(List.of(options));
        return new CommandLine(new ReplayCommand(
                        new Terminal(writer, writer, Terminal.Look.PLAIN),
                        Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers())))
                .execute(arguments.toArray(String[]::new));
    }

    private void letter(String value, String omitted) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker.client(), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>(Topic.AUDIT_DEAD_LETTERS.topicName(), "key", value);
            Map<String, String> headers = Map.of(
                    "ce_type", "event.type",
                    "dead-letter-topic", SOURCE,
                    "dead-letter-partition", "0",
                    "dead-letter-offset", "7",
                    "dead-letter-reason", "not JSON",
                    "dead-letter-value", omitted);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            assertTrue(producer.send(record).get().hasOffset());
        }
    }

    private List<ConsumerRecord<String, String>> published() {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(broker.client(), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(SOURCE, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
