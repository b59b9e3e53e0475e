package dev.gatehouse.chassis.messaging.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A security event as it was published, of a known type or not.
 *
 * @param service the producing service
 * @param sequence its number within the producing service; absent where the record carries none
 * @param body the value of the record: the whole event but for what stands in the headers
 */
public record RawEvent(
        UUID id,
        String type,
        Instant time,
        String service,
        @Nullable Long sequence,
        Map<String, String> headers,
        JsonNode body) {
    /** Copies. */
    public RawEvent {
        headers = Map.copyOf(headers);
    }
}
