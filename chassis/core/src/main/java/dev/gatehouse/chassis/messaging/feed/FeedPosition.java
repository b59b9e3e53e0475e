package dev.gatehouse.chassis.messaging.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How far a feed has come, kept from one connection to the next. */
final class FeedPosition {
    private final Start start;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> firstEnds = new ConcurrentHashMap<>();

    FeedPosition(Start start) {
        this.start = start;
    }

    Start start() {
        return start;
    }

    boolean begun() {
        return !next.isEmpty();
    }

    void begin(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        next.putAll(positions);
        firstEnds.putAll(ends);
    }

    Map<TopicPartition, Long> next() {
        return Map.copyOf(next);
    }

    /** What had to be delivered to be level with the moment of the first connection. */
    Map<TopicPartition, Long> firstEnds() {
        return Map.copyOf(firstEnds);
    }

    void passed(ConsumerRecord<String, byte[]> record) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
}
