package dev.gatehouse.notification.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail is tried again: after pauses that double, each shortened by chance by up to a half, so that what failed
 * together is not tried together.
 */
record RetryPolicy(Duration firstPause, Duration longestPause) {
    private static final int MOST_DOUBLINGS = 20;

    /**
     * The next attempt; none when that would be too late.
     *
     * @param attempt the one that failed, from 1
     * @param chance from 0 to 1
     */
    Optional<Instant> next(int attempt, Instant now, Instant giveUpAt, double chance) {
        Instant next = now.plus(pause(attempt, chance));
        return next.isBefore(giveUpAt) ? Optional.of(next) : Optional.empty();
    }

    private Duration pause(int attempt, double chance) {
        int doublings = Math.clamp(attempt - 1L, 0, MOST_DOUBLINGS);
        long full = Math.min(firstPause.toMillis() << doublings, longestPause.toMillis());
        return Duration.ofMillis(Math.round(full * (1 - chance / 2)));
    }
}
