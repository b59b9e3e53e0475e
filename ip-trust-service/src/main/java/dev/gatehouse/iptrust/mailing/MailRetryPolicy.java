package dev.gatehouse.iptrust.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a mail is tried again: soon at first, because somebody is waiting for it, and at most every two minutes. */
final class MailRetryPolicy {
    /** Longer than any attempt takes, so that a mail is not sent twice while its first attempt is going on. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final List<Duration> WAITS = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private MailRetryPolicy() {}

    /** The next attempt after this many have failed. */
    static Instant next(int attempts, Instant now) {
        int failed = Math.max(1, attempts);
        return now.plus(failed > WAITS.size() ? LONGEST : WAITS.get(failed - 1));
    }
}
