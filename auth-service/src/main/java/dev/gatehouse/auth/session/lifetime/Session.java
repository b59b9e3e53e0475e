package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was when it was read.
 *
 * @param methods how the person proved who they are (RFC 8176)
 * @param authenticatedAt when they last did
 * @param idleExpiresAt when it is over unless it is used; never after {@code expiresAt}
 * @param ip where it was used from last, in canonical text
 */
public record Session(
        UUID id,
        UUID accountId,
        AccountKind kind,
        List<String> methods,
        Instant createdAt,
        Instant authenticatedAt,
        Instant lastSeenAt,
        Instant idleExpiresAt,
        Instant expiresAt,
        boolean rememberMe,
        String ip,
        @Nullable String userAgent) {
    /** Copies. */
    public Session {
        methods = List.copyOf(methods);
    }

    /** Whether it has passed its idle or its absolute limit. */
    public boolean lapsed(Instant now) {
        return !now.isBefore(idleExpiresAt);
    }
}
