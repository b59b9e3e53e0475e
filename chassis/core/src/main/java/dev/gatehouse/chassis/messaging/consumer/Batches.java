package dev.gatehouse.chassis.messaging.consumer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Has the effect of what was polled, topic after topic. */
final class Batches {
    private final Map<String, TopicBatches<?>> topics = new HashMap<>();

    Batches(Map<String, Subscription<?>> subscriptions, TopicBatches.Parts parts) {
        subscriptions.forEach((topic, subscription) -> topics.put(topic, new TopicBatches<>(subscription, parts)));
    }

    /** Returns when each of these records has had its effect, has none, waits, or is among the dead letters. */
    void process(RecordSource source, List<ConsumerRecord<String, byte[]>> polled) {
        polled.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic, LinkedHashMap::new, Collectors.toList()))
                .forEach((topic, records) -> of(topic).process(source, records));
    }

    /** Moves the positions past records that have no effect of their own; effects that wait are had first. */
    void pass(RecordSource source, Map<TopicPartition, Long> after) {
        Map<String, Map<TopicPartition, Long>> byTopic = new HashMap<>();
        after.forEach((partition, next) -> byTopic.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                .put(partition, next));
        byTopic.forEach((topic, next) -> of(topic).pass(source, next));
    }

    /** Whether effects wait that may wait. */
    boolean anyWait() {
        return topics.values().stream().anyMatch(TopicBatches::anyWait);
    }

    /** Forgets the effects that wait: their records are read again. */
    void startOver() {
        topics.values().forEach(TopicBatches::startOver);
    }

    private TopicBatches<?> of(String topic) {
        return Objects.requireNonNull(topics.get(topic));
    }
}
