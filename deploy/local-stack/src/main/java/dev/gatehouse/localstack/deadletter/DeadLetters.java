package dev.gatehouse.localstack.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The dead letters of one service. How far they were replayed is kept by the broker, as the offsets of a group. */
final class DeadLetters implements AutoCloseable {
    private static final String PREFIX = "dead-letter-";
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<TopicPartition> partitions;

    DeadLetters(Map<String, Object> kafka, String topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topic + ".replay");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Map<String, Object> sending = new HashMap<>(kafka);
        sending.put(ProducerConfig.ACKS_CONFIG, "all");
        this.producer = new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer());
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Begins with the oldest one, not after the last that was replayed. */
    void fromTheBeginning() {
        consumer.seekToBeginning(partitions);
    }

    /** All that there are now and that were not replayed before. */
    List<DeadLetter> read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<DeadLetter> letters = new ArrayList<>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(POLL).forEach(record -> letters.add(new DeadLetter(record)));
        }
        return letters;
    }

    /** Publishes it on the topic that it came from, as it was; returns when the broker has it. */
    void replay(DeadLetter letter) throws ExecutionException, InterruptedException {
        ConsumerRecord<byte[], byte[]> record = letter.record();
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        var unused = producer.send(
                        new ProducerRecord<>(letter.header("topic"), null, record.key(), record.value(), headers))
                .get();
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }

    /** A record that was set aside. */
    record DeadLetter(ConsumerRecord<byte[], byte[]> record) {
        /** Whether it only says where the record is: that was too large to be set aside with its reason. */
        boolean isPointer() {
            return header("value").equals("omitted");
        }

        /** Where it came from and why it was set aside. */
        String description() {
            return "%s %s/%s  %s".formatted(header("topic"), header("partition"), header("offset"), header("reason"));
        }

        private String header(String name) {
            Header header = record.headers().lastHeader(PREFIX + name);
            return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
