package dev.gatehouse.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of looking for work.
 *
 * @param nextDueAt when there will be more, as far as was looked
 */
public record Harvest(List<Claim> claims, Optional<Instant> nextDueAt) {
    /** Copies. */
    public Harvest {
        claims = List.copyOf(claims);
    }
}
