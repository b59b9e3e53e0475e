package dev.gatehouse.auth.login.limitsetting;

import java.time.Duration;

/**
 * How many failures are let through.
 *
 * @param failures the failure that begins a lock
 * @param window the time in which half of the failures are forgotten
 * @param lock the longest lock; the first one takes 30 seconds, every further one twice as long as the one before
 */
public record LimitRule(int failures, Duration window, Duration lock) {
    /** The first lock. */
    public static final Duration FIRST_LOCK = Duration.ofSeconds(30);

    /** The same rule for a network that holds many clients. */
    public LimitRule times(int factor) {
        return new LimitRule(failures * factor, window, lock);
    }
}
