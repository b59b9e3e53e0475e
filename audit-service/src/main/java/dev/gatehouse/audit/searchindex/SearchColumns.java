package dev.gatehouse.audit.searchindex;

import dev.gatehouse.audit.address.HostnamePattern;
import dev.gatehouse.audit.log.AuditEvent;
import dev.gatehouse.audit.log.LogEntry;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an event goes into the index. Text is cut to its column, and what is not what it should be is left out: the
 * log has it whole.
 */
final class SearchColumns {
    static final List<String> NAMES = List.of(
            "idx",
            "occurred_at",
            "received_at",
            "type",
            "service",
            "actor_id",
            "actor_kind",
            "account_id",
            "outcome",
            "reason",
            "ip",
            "hostname_reversed",
            "session_id",
            "user_agent",
            "trace_id");

    private static final int LONGEST_REASON = 100;
    private static final int LONGEST_USER_AGENT = 512;
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    private SearchColumns() {}

    static List<@Nullable Object> of(LogEntry entry) {
        AuditEvent event = entry.event();
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, entry.index(), UtcTimes.of(event.time()), UtcTimes.of(entry.receivedAt()));
        Collections.addAll(values, event.type(), event.service(), id(event.actorId()), event.actorKind());
        Collections.addAll(values, id(event.accountId()), event.outcome(), cut(event.reason(), LONGEST_REASON));
        Collections.addAll(values, ip(event.ip()), hostname(event.hostname()), id(event.sessionId()));
        Collections.addAll(values, cut(event.userAgent(), LONGEST_USER_AGENT), traceId(event.traceId()));
        return values;
    }

    private static @Nullable Object id(@Nullable UUID id) {
        return id == null ? null : UuidBytes.of(id);
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    private static @Nullable String ip(@Nullable String text) {
        return text == null
                ? null
                : IpAddress.parse(text).map(IpAddress::canonical).orElse(null);
    }

    private static @Nullable String hostname(@Nullable String text) {
        return text == null
                ? null
                : HostnamePattern.parse(text)
                        .map(HostnamePattern::name)
                        .map(HostnamePattern::reversed)
                        .orElse(null);
    }

    private static @Nullable String traceId(@Nullable String text) {
        return text == null || !TRACE_ID.matcher(text).matches() ? null : text;
    }
}
