package dev.gatehouse.notification.intake;

import java.time.Duration;
import java.time.Instant;

/** Decides which failed logins are counted in one notification. */
record FailedLoginPolicy(Duration window) {
    /** Events may arrive late. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    /** When the total of the window that started then is known. */
    Instant endOf(Instant windowStartedAt) {
        return windowStartedAt.plus(window).plus(SLACK);
    }

    /**
     * Whether a failed login belongs to the window that started then. Events may arrive out of order, so one from
     * shortly before the start belongs to it too.
     */
    boolean belongs(Instant windowStartedAt, Instant occurredAt) {
        return Duration.between(windowStartedAt, occurredAt).abs().compareTo(window) < 0;
    }
}
