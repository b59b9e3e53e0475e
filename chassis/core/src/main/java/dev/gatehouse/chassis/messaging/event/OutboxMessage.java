package dev.gatehouse.chassis.messaging.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is published; made by {@link Messages}.
 *
 * @param key decides the partition and so the order
 * @param headers CloudEvents attributes and trace context
 * @param payload what is published as it is; absent for a tombstone
 */
public record OutboxMessage(
        String topic,
        String key,
        Map<String, String> headers,
        @Nullable String payload,
        Instant createdAt) {
    /** At most 3 bytes each, below the broker's limit of 1 MiB: what can never be sent would stop its key for ever. */
    private static final int LONGEST_PAYLOAD = 300 * 1024;

    /** Refuses what no broker would take, while the change can still be rolled back. */
    public OutboxMessage {
        headers = Map.copyOf(headers);
        if (payload != null && payload.length() > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException("A message for " + topic + " has " + payload.length() + " characters");
        }
    }
}
