package dev.gatehouse.notification.intake;

import dev.gatehouse.notification.address.ResolvedAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a mail waits for the hostname of an address. The time counts from the event, so a service that catches up
 * does not wait.
 */
record HostnameWait(Duration longest, Duration freshness) {
    /** Whether the look-up of the address is recent enough. */
    boolean isFresh(ResolvedAddress address, Instant now) {
        return !address.resolvedAt().isBefore(now.minus(freshness));
    }

    /** When the mail is sent without the hostname. */
    Instant dueAt(Instant occurredAt, Instant now) {
        Instant due = occurredAt.plus(longest);
        Instant latest = now.plus(longest);
        if (due.isBefore(now)) {
            return now;
        }
        return due.isAfter(latest) ? latest : due;
    }
}
