package dev.gatehouse.audit.searchindex;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.audit.address.HostnamePattern;
import dev.gatehouse.audit.address.HostnamePattern.Reach;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the conditions of one SELECT, and which index it goes by: that of the condition which leaves the fewest rows,
 * in the order in which they are added.
 */
final class Conditions {
    private static final String TEXT = "LOWER(CONCAT_WS('\n', type, reason, ip, user_agent)) LIKE LOWER(?) ESCAPE '!'";

    private final List<String> parts = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private @Nullable String index;

    List<Object> arguments() {
        return List.copyOf(arguments);
    }

    String index() {
        return Optional.ofNullable(index).orElse("search_by_time");
    }

    String where() {
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    Conditions equal(String column, @Nullable UUID id, String indexName) {
        return id == null ? this : by(indexName).and(column + " = ?", UuidBytes.of(id));
    }

    Conditions equal(String column, @Nullable String value, String indexName) {
        return value == null ? this : by(indexName).and(column + " = ?", value);
    }

    /** The name that the event itself carries. */
    Conditions ownHostname(HostnamePattern pattern) {
        by("search_by_hostname");
        return pattern.reach() == Reach.EXACT
                ? and("hostname_reversed = ?", pattern.from())
                : and("hostname_reversed >= ? AND hostname_reversed < ?", pattern.from(), pattern.before());
    }

    /** An event without a name of its own, from an address that has the name today. */
    Conditions hostnameOf(String ip) {
        return by("search_by_ip").and("ip = ? AND hostname_reversed IS NULL", ip);
    }

    Conditions within(@Nullable Instant from, @Nullable Instant to) {
        if (from != null) {
            and("occurred_at >= ?", UtcTimes.of(from));
        }
        return to == null ? this : and("occurred_at < ?", UtcTimes.of(to));
    }

    /**
     * Only what is in this range of the list. Two conditions instead of a comparison of pairs: the first is a bound of
     * the index, the second settles what happened in the same millisecond.
     */
    Conditions in(ListRange range) {
        EventPosition after = range.after();
        if (after != null) {
            and("occurred_at <= ?", UtcTimes.of(after.occurredAt()));
            and("(occurred_at < ? OR idx < ?)", UtcTimes.of(after.occurredAt()), after.index());
        }
        EventPosition through = range.through();
        if (through != null) {
            and("occurred_at >= ?", UtcTimes.of(through.occurredAt()));
            and("(occurred_at > ? OR idx >= ?)", UtcTimes.of(through.occurredAt()), through.index());
        }
        return this;
    }

    Conditions containing(@Nullable String text) {
        return text == null ? this : and(TEXT, "%" + literal(text) + "%");
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    @CanIgnoreReturnValue
    private Conditions by(String indexName) {
        index = index == null ? indexName : index;
        return this;
    }

    @CanIgnoreReturnValue
    private Conditions and(String part, Object... values) {
        parts.add(part);
        arguments.addAll(List.of(values));
        return this;
    }
}
