package dev.gatehouse.notification.intake;

import dev.gatehouse.notification.address.ResolvedAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a mail waits for the name of an address: briefly, and counted from the event, so that a service that catches
 * up waits for nothing.
 */
record HostnameWait(Duration longest, Duration freshness) {
    /** Whether what is known of the address need not be looked up anew. */
    boolean isKnown(ResolvedAddress address, Instant now) {
        return !address.resolvedAt().isBefore(now.minus(freshness));
    }

    /** When the mail is due without the name. */
    Instant dueAt(Instant occurredAt, Instant now) {
        Instant due = occurredAt.plus(longest);
        Instant latest = now.plus(longest);
        if (due.isBefore(now)) {
            return now;
        }
        return due.isAfter(latest) ? latest : due;
    }
}
