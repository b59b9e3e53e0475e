package dev.gatehouse.audit.log;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log keeps it, read far enough to be shown and found.
 *
 * @param sequence its number within the producing service; absent where the record carried none
 * @param actorKind a wire name, possibly newer than this version
 * @param outcome {@code success} or {@code failure}
 * @param data what is particular to its type, a JSON object
 * @param json the whole event, canonical: what the log stores
 */
public record AuditEvent(
        UUID id,
        String type,
        Instant time,
        String service,
        @Nullable Long sequence,
        @Nullable UUID actorId,
        String actorKind,
        @Nullable UUID accountId,
        String outcome,
        @Nullable String reason,
        @Nullable String ip,
        @Nullable String hostname,
        @Nullable String userAgent,
        @Nullable UUID sessionId,
        @Nullable String traceId,
        String data,
        String json) {}
