package dev.gatehouse.chassis.messaging.consumer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record that concerns a subscription, and what it holds or why it cannot be read.
 *
 * @param <T> what the subscription reads records as
 */
record DecodedRecord<T>(
        ConsumerRecord<String, byte[]> record,
        @Nullable T value,
        @Nullable RuntimeException unreadable) {
    static <T> DecodedRecord<T> of(Subscription<T> subscription, ConsumerRecord<String, byte[]> record) {
        try {
            return new DecodedRecord<>(record, subscription.read(record), null);
        } catch (RuntimeException unreadable) {
            return new DecodedRecord<>(record, null, unreadable);
        }
    }

    /** As on the topic, within each partition. */
    static <T> Comparator<DecodedRecord<T>> order() {
        return Comparator.<DecodedRecord<T>>comparingInt(item -> item.record().partition())
                .thenComparingLong(item -> item.record().offset());
    }

    /** What follows these records, per partition. */
    static <T> Map<TopicPartition, Long> after(List<DecodedRecord<T>> items) {
        Map<TopicPartition, Long> next = new HashMap<>();
        items.forEach(item ->
                next.put(RecordSource.partition(item.record()), item.record().offset() + 1));
        return next;
    }
}
