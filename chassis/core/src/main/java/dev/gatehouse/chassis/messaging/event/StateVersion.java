package dev.gatehouse.chassis.messaging.event;

import java.time.Instant;

/** The versions of published states. */
public final class StateVersion {
    private StateVersion() {}

    /**
     * The version that follows the current one. It is at least the time in milliseconds, so that it also grows when the
     * producer has lost the current one: after its database was restored, or after the row was deleted.
     */
    public static long next(long current, Instant now) {
        return Math.max(current + 1, now.toEpochMilli());
    }
}
