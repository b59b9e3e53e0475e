package dev.gatehouse.notification.intake;

import java.time.Duration;
import java.time.Instant;

/** Decides which failed logins are counted in one notification. */
record FailedLoginPolicy(Duration window) {
    /**
     * Whether a failed login belongs to the window that started then. Events may arrive out of order, so one from
     * shortly before the start belongs to it too.
     */
    boolean belongs(Instant windowStartedAt, Instant occurredAt) {
        return Duration.between(windowStartedAt, occurredAt).abs().compareTo(window) < 0;
    }
}
