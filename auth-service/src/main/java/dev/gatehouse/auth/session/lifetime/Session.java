package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.auth.token.TokenSubject;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was when it was read.
 *
 * @param methods how the person authenticated (RFC 8176)
 * @param authenticatedAt the time of the last authentication
 * @param idleExpiresAt when it ends unless it is used; never after {@code expiresAt}
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

    /** The client that opened it, or refreshed it last. */
    public SessionClient client() {
        return new SessionClient(IpAddress.parse(ip).orElseThrow(), userAgent);
    }

    /** Whether it has passed its idle limit or its absolute limit. */
    public boolean lapsed(Instant now) {
        return !now.isBefore(idleExpiresAt);
    }

    /**
     * The subject of its access tokens.
     *
     * @param admin whether the account has the admin right now
     */
    public TokenSubject subject(boolean admin) {
        return new TokenSubject(accountId, kind, admin, id, createdAt, authenticatedAt, methods);
    }

    /** The account of the session as the actor of an event. */
    public Actor owner() {
        return switch (kind) {
            case AGENT -> Actor.agent(accountId);
            case USER -> Actor.user(accountId);
        };
    }

    /**
     * A session after its opening or a refresh, with the refresh token that its client uses next.
     *
     * @param account as it was when that was decided
     */
    public record Opened(Session session, SessionAccount account, RefreshToken refreshToken) {
        /** The subject of its access tokens. */
        public TokenSubject subject() {
            return session.subject(account.admin());
        }
    }
}
