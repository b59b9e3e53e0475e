package dev.gatehouse.audit.searchindex;

import dev.gatehouse.audit.address.HostnamePattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a search; an absent part does not restrict it.
 *
 * @param from earliest time of the event
 * @param to end of the time range, not included
 * @param ip canonical text
 * @param text literal, in any case
 */
public record EventFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String type,
        @Nullable UUID actorId,
        @Nullable UUID accountId,
        @Nullable String outcome,
        @Nullable String ip,
        @Nullable HostnamePattern hostname,
        @Nullable UUID sessionId,
        @Nullable String text) {
    /** The same for equal filters: what the record of a search says, and what its cursors are bound to. */
    public String canonical() {
        List<String> parts = new ArrayList<>();
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, "type", type);
        add(parts, "actorId", actorId);
        add(parts, "accountId", accountId);
        add(parts, "outcome", outcome);
        add(parts, "ip", ip);
        add(parts, "hostname", hostname);
        add(parts, "sessionId", sessionId);
        add(parts, "q", text);
        return String.join("&", parts);
    }

    EventFilter withoutText() {
        return new EventFilter(from, to, type, actorId, accountId, outcome, ip, hostname, sessionId, null);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + value);
        }
    }
}
