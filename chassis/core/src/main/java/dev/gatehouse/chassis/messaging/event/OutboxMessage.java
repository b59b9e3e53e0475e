package dev.gatehouse.chassis.messaging.event;

import java.time.Instant;
import java.util.Map;

/**
 * A record as it is published; made by {@link Messages}.
 *
 * @param key decides the partition and so the order
 * @param headers CloudEvents attributes and trace context
 * @param payload the value, published as it is
 */
public record OutboxMessage(String topic, String key, Map<String, String> headers, String payload, Instant createdAt) {
    /** At most 3 bytes each, below the broker's limit of 1 MiB: a record that can never be sent would block its key. */
    private static final int LONGEST_PAYLOAD = 300 * 1024;

    /** Rejects a record that no broker accepts while the change can still be rolled back. */
    public OutboxMessage {
        headers = Map.copyOf(headers);
        if (payload.length() > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException("A message for " + topic + " has " + payload.length() + " characters");
        }
    }
}
