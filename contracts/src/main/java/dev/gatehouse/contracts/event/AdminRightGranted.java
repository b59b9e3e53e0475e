package dev.gatehouse.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code admin-right.granted}: An agent became administrator. */
public record AdminRightGranted(String reason, @Nullable Instant expiresAt, List<Change> changes) implements EventData {
    /** Copies. */
    public AdminRightGranted {
        changes = List.copyOf(changes);
    }
}
