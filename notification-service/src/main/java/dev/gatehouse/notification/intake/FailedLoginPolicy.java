package dev.gatehouse.notification.intake;

import java.time.Duration;
import java.time.Instant;

/** Which refused sign-ins are told together. */
record FailedLoginPolicy(Duration window) {
    /**
     * Whether a sign-in is counted up in the notification of a window that began then. Events may come a little out of
     * order, so one from before counts too.
     */
    boolean belongs(Instant windowStartedAt, Instant occurredAt) {
        return Duration.between(windowStartedAt, occurredAt).abs().compareTo(window) < 0;
    }
}
