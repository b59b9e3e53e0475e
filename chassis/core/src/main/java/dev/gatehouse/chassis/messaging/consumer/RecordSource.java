package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.runtime.log.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * One member of the service's consumer group. Partitions that are assigned stay paused until {@link #begin} says where
 * to read, because the position is in the database. Used by one thread only, but for {@link #wakeUp}.
 */
final class RecordSource implements AutoCloseable {
    private static final Log LOG = Log.of(RecordSource.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final KafkaConsumer<String, byte[]> kafka;
    private final ConsumerMeters meters;
    private final Set<TopicPartition> unclaimed = new HashSet<>();
    /** What follows the last record that was polled and dealt with, per claimed partition. */
    private final Map<TopicPartition, Long> next = new HashMap<>();

    private boolean changed;

    RecordSource(Map<String, Object> settings, Collection<String> topics, ConsumerMeters meters) {
        this.kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.meters = meters;
        kafka.subscribe(topics, new Assignments());
    }

    /** Partitions that were assigned and have no place to begin yet. */
    Set<TopicPartition> unclaimed() {
        return Set.copyOf(unclaimed);
    }

    /** Reads these partitions from the given offsets on, and from their beginning where none is given. */
    void begin(Set<TopicPartition> partitions, Map<TopicPartition, Long> positions) {
        Set<TopicPartition> mine = new HashSet<>(partitions);
        mine.retainAll(unclaimed);
        for (TopicPartition partition : mine) {
            Long position = positions.get(partition);
            if (position == null) {
                kafka.seekToBeginning(List.of(partition));
            } else {
                kafka.seek(partition, position);
            }
        }
        unclaimed.removeAll(mine);
        kafka.resume(mine);
    }

    /** The next records of claimed partitions, grouped by partition; none after this time. */
    List<ConsumerRecord<String, byte[]>> poll(Duration longest) {
        try {
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            kafka.poll(longest).forEach(records::add);
            return records;
        } catch (OffsetOutOfRangeException gone) {
            gone.offsetOutOfRangePartitions().forEach(this::beginAnew);
            return List.of();
        }
    }

    /**
     * Stays a member of the group for this long without reading anything.
     *
     * @return false when the assignment has changed, so that what was read before may be another's
     */
    boolean stay(Duration pause) {
        changed = false;
        kafka.pause(kafka.assignment());
        kafka.poll(pause);
        Set<TopicPartition> claimed = new HashSet<>(kafka.assignment());
        claimed.removeAll(unclaimed);
        kafka.resume(claimed);
        return !changed;
    }

    /** All these records have been dealt with. */
    void passed(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(record -> next.put(partition(record), record.offset() + 1));
    }

    /** Where reading goes on, per claimed partition from which something was read. */
    Map<TopicPartition, Long> next() {
        return Map.copyOf(next);
    }

    /** Drops what was read and not saved: every partition is claimed again. */
    void startOver() {
        kafka.pause(kafka.assignment());
        unclaimed.addAll(kafka.assignment());
        next.clear();
    }

    /** Tells the broker where the group is, for the operator's tools; nothing here reads it. */
    void report(Map<TopicPartition, Long> saved) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        saved.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        kafka.commitAsync(offsets, (committed, failure) -> {});
    }

    /** How many records wait to be read, as far as the client knows. */
    long lag() {
        return kafka.assignment().stream()
                .mapToLong(partition -> kafka.currentLag(partition).orElse(0))
                .sum();
    }

    /** Ends a poll on another thread. */
    void wakeUp() {
        kafka.wakeup();
    }

    @Override
    public void close() {
        kafka.close(CloseOptions.timeout(LONGEST_STOP));
    }

    static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /**
     * The position is not on the topic: records expired before they were read, or the topic is another one. Whatever is
     * there is read; repetitions are recognised.
     */
    private void beginAnew(TopicPartition partition, long position) {
        meters.positionOutOfRange(partition.topic());
        LOG.with("topic", partition.topic())
                .with("partition", partition.partition())
                .with("offset", position)
                .error("The topic does not have the next record any more, going on with the oldest one");
        kafka.seekToBeginning(List.of(partition));
    }

    private final class Assignments implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            changed |= !partitions.isEmpty();
            kafka.pause(partitions);
            // Only so that the client does not look for a position of its own; nothing is read from there.
            partitions.forEach(partition -> kafka.seek(partition, 0));
            unclaimed.addAll(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            changed |= !partitions.isEmpty();
            partitions.forEach(unclaimed::remove);
            partitions.forEach(next::remove);
        }
    }
}
