package dev.gatehouse.localstack.bench;

import dev.gatehouse.contracts.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of the security events, as a benchmark fills it: with copies of an event that the suite has published. */
final class EventTopic implements AutoCloseable {
    static final String NAME = Topic.SECURITY_EVENTS.topicName();

    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String SEQUENCE = "ce_sequence";
    private static final Duration POLL = Duration.ofMillis(200);

    private final String broker;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    EventTopic(String broker) {
        this.broker = broker;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(NAME).stream()
                .map(partition -> new TopicPartition(NAME, partition.partition()))
                .toList();
    }

    /** The last event of this type. */
    ConsumerRecord<byte[], byte[]> lastOf(String type) throws IOException {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ConsumerRecord<byte[], byte[]> last = null;
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < endOf(partition))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (type.equals(new String(record.headers().lastHeader(TYPE).value(), StandardCharsets.UTF_8))) {
                    last = record;
                }
            }
        }
        if (last == null) {
            throw new IOException("the suite has published no " + type);
        }
        return last;
    }

    /** Copies with ids of their own, spread over the partitions; without numbers, so that they leave no gaps. */
    void publishCopies(ConsumerRecord<byte[], byte[]> event, int copies) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker, "linger.ms", 20, "batch.size", 256 * 1024, "compression.type", "lz4");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int copy = 0; copy < copies; copy++) {
                Headers headers = new RecordHeaders(event.headers().toArray());
                headers.remove(SEQUENCE).remove(ID).add(ID, id(copy).getBytes(StandardCharsets.UTF_8));
                int partition = copy % partitions.size();
                var unused = producer.send(new ProducerRecord<>(NAME, partition, event.key(), event.value(), headers));
            }
        }
    }

    /** The sum of the partitions' ends. */
    long end() {
        return sum(consumer.endOffsets(partitions).values());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private long endOf(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** In ascending order, as the suite's own ids are. */
    private static String id(int copy) {
        return new UUID(0x7000L | ((long) copy << 16), 0x8000_0000_0000_0000L | copy).toString();
    }

    private static long sum(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }
}
