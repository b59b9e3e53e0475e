package dev.gatehouse.audit.searchindex;

import java.time.Instant;
import java.util.List;

/** The place of an event in the list: newest first by time of happening, then by index. */
public record EventPosition(Instant occurredAt, long index) {
    /** The position with these parts. */
    public static EventPosition of(List<String> keyParts) {
        return new EventPosition(
                Instant.ofEpochMilli(Long.parseLong(keyParts.getFirst())), Long.parseLong(keyParts.getLast()));
    }

    /** The parts of a signed cursor. */
    public List<String> keyParts() {
        return List.of(Long.toString(occurredAt.toEpochMilli()), Long.toString(index));
    }
}
