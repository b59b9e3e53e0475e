package dev.gatehouse.chassis.messaging.feed;

import dev.gatehouse.chassis.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One consumer with all partitions of a topic, without a group; used by the feed's thread only, but for waking it. */
final class FeedConnection implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(2);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;

    FeedConnection(String topic, Map<String, Object> kafka) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
    }

    void open(FeedPosition position) {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        if (position.begun()) {
            position.next().forEach(consumer::seek);
        } else {
            begin(position, partitions);
        }
    }

    void poll(Consumer<ConsumerRecord<String, byte[]>> delivery) {
        consumer.poll(POLL).forEach(delivery);
    }

    /** Whether the broker says that there is nothing left; costs a round trip. */
    boolean atEnd() {
        return reached(consumer.endOffsets(consumer.assignment(), LONGEST_QUESTION));
    }

    boolean reached(FeedPosition position) {
        return reached(position.firstEnds());
    }

    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, LONGEST_QUESTION).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new TimeoutException("The broker has no topic " + topic);
        }
        return partitions;
    }

    private void begin(FeedPosition position, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LONGEST_QUESTION);
        Map<TopicPartition, Long> positions =
                switch (position.start()) {
                    case Start.End end -> ends;
                    case Start.Beginning beginning -> consumer.beginningOffsets(partitions, LONGEST_QUESTION);
                    case Start.At at -> offsetsAt(at.time(), ends);
                };
        positions.forEach(consumer::seek);
        position.begin(positions, ends);
    }

    /** A partition without a record of that time or later begins at its end. */
    private Map<TopicPartition, Long> offsetsAt(Instant time, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = ends.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, ignored -> time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times, LONGEST_QUESTION);
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        found.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        Set<Map.Entry<TopicPartition, Long>> targets = ends.entrySet();
        return targets.stream().allMatch(target -> consumer.position(target.getKey()) >= target.getValue());
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = KafkaSettings.of(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }
}
