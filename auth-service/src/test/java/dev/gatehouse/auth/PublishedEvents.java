package dev.gatehouse.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the service has published on its topics. */
public final class PublishedEvents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedEvents() {}

    /** The events of this type under this key, in order. */
    public static List<JsonNode> events(EventType type, Object key) {
        return StackEnds.topics().all(Topic.SECURITY_EVENTS, key.toString()).stream()
                .filter(record -> type.wireName().equals(Topics.header(record, "ce_type")))
                .map(PublishedEvents::read)
                .toList();
    }

    /** The newest event of this type under this key; waits for the first one. */
    @CanIgnoreReturnValue
    public static JsonNode event(EventType type, Object key) {
        return Eventually.get(() -> events(type, key), found -> !found.isEmpty())
                .getLast();
    }

    /** Revocations under this key, in order. */
    public static List<JsonNode> revocations(Object key) {
        return StackEnds.topics().all(Topic.REVOCATIONS, key.toString()).stream()
                .map(PublishedEvents::read)
                .toList();
    }

    private static JsonNode read(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
