package dev.gatehouse.audit.searchindex;

import dev.gatehouse.audit.address.HostnamePattern;
import java.time.Instant;
import java.util.UUID;

/** Filters of one kind each. */
final class Filters {
    private Filters() {}

    static EventFilter none() {
        return new EventFilter(null, null, null, null, null, null, null, null, null, null);
    }

    static EventFilter between(Instant from, Instant to) {
        return new EventFilter(from, to, null, null, null, null, null, null, null, null);
    }

    static EventFilter type(String type) {
        return new EventFilter(null, null, type, null, null, null, null, null, null, null);
    }

    static EventFilter actor(UUID id) {
        return new EventFilter(null, null, null, id, null, null, null, null, null, null);
    }

    static EventFilter account(UUID id) {
        return new EventFilter(null, null, null, null, id, null, null, null, null, null);
    }

    static EventFilter outcome(String outcome) {
        return new EventFilter(null, null, null, null, null, outcome, null, null, null, null);
    }

    static EventFilter ip(String ip) {
        return new EventFilter(null, null, null, null, null, null, ip, null, null, null);
    }

    static EventFilter hostname(HostnamePattern hostname) {
        return new EventFilter(null, null, null, null, null, null, null, hostname, null, null);
    }

    static EventFilter session(UUID id) {
        return new EventFilter(null, null, null, null, null, null, null, null, id, null);
    }

    static EventFilter text(String text) {
        return new EventFilter(null, null, null, null, null, null, null, null, null, text);
    }
}
