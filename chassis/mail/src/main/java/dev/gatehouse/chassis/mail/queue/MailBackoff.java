package dev.gatehouse.chassis.mail.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail is tried again: after pauses that double up to the longest, each shortened at random by up to a half, so
 * that mails that failed together are not tried together.
 */
record MailBackoff(Duration firstPause, Duration longestPause) {
    private static final int MOST_DOUBLINGS = 20;

    /**
     * The next attempt; empty when that would be too late.
     *
     * @param attempt the one that failed, from 1
     * @param random from 0 to 1
     */
    Optional<Instant> next(int attempt, Instant now, Instant notAfter, double random) {
        Instant next = now.plus(pause(attempt, random));
        return next.isBefore(notAfter) ? Optional.of(next) : Optional.empty();
    }

    private Duration pause(int attempt, double random) {
        int doublings = Math.clamp(attempt - 1L, 0, MOST_DOUBLINGS);
        long full = Math.min(firstPause.toMillis() << doublings, longestPause.toMillis());
        return Duration.ofMillis(Math.round(full * (1 - random / 2)));
    }
}
