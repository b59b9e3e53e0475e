package dev.gatehouse.auth.session.management;

import dev.gatehouse.auth.session.lifetime.Session;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session in the list of one's own.
 *
 * @param hostname only a confirmed one
 * @param current whether it is the one that asks
 */
@Schema(name = "OwnSession")
record SessionItem(
        UUID id,
        Instant createdAt,
        Instant lastSeenAt,
        Instant idleExpiresAt,
        Instant expiresAt,
        @Schema(examples = "203.0.113.7") String ip,
        @Schema(examples = "host7.example.net") @Nullable String hostname,

        @Schema(examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0") @Nullable
        String userAgent,

        boolean current) {
    static SessionItem of(Session session, Map<String, String> hostnames, UUID current) {
        return new SessionItem(
                session.id(),
                session.createdAt(),
                session.lastSeenAt(),
                session.idleExpiresAt(),
                session.expiresAt(),
                session.ip(),
                hostnames.get(session.ip()),
                session.userAgent(),
                session.id().equals(current));
    }
}
