package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.auth.token.TokenIssuer;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was when it was read.
 *
 * @param methods how the person authenticated (RFC 8176)
 * @param authenticatedAt the time of the last authentication
 * @param idleExpiresAt when it ends unless it is used; never after {@code expiresAt}
 * @param warnAt when its client should warn the person that it is about to end
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
        Instant warnAt,
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

    /** Which of its two limits it passes first. */
    public SessionEnd lapse() {
        return idleExpiresAt.isBefore(expiresAt) ? SessionEnd.IDLE : SessionEnd.EXPIRED;
    }

    /**
     * The subject of its access tokens.
     *
     * @param admin whether the account has the admin right now
     */
    public TokenIssuer.Subject subject(boolean admin) {
        return new TokenIssuer.Subject(accountId, kind, admin, id, createdAt, authenticatedAt, methods);
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
    public record Opened(Session session, Account account, RefreshToken refreshToken) {
        /** The subject of its access tokens. */
        public TokenIssuer.Subject subject() {
            return session.subject(account.admin());
        }
    }

    /**
     * The part of an account that is checked each time one of its sessions is opened or used.
     *
     * @param passwordChange why it gets no session before it has a new password; absent when it need not
     * @param sessionsFrom no session of it that counts began before this; absent while all of its sessions were never
     *     ended at once
     */
    public record Account(
            UUID id,
            AccountKind kind,
            boolean admin,
            AccountStatus status,
            @Nullable PasswordChangeReason passwordChange,
            @Nullable Instant sessionsFrom) {
        /** Whether its sessions may go on. */
        public boolean active() {
            return status == AccountStatus.ACTIVE;
        }
    }

    /**
     * A session right after an attempt to rotate its refresh token.
     *
     * @param done whether this attempt rotated the token
     * @param successor the refresh token that follows the presented one
     * @param times when it was rotated last, and when that was read
     * @param ended why the session is over; absent while it is open
     */
    public record Rotation(
            Session session,
            boolean done,
            RefreshToken successor,
            Hashes hashes,
            Times times,
            @Nullable SessionEnd ended) {
        /** Why the session is over; empty while it is open. */
        public Optional<SessionEnd> end() {
            return Optional.ofNullable(ended);
        }

        /**
         * A presented refresh token.
         *
         * @param kind the kind of account of this API; the session must be of the same kind
         * @param active whether the client reports that a person did something since the last call
         */
        public record Attempt(RefreshToken token, AccountKind kind, SessionClient client, boolean active) {}

        /**
         * Two moments, both by the clock of the database, whichever replica did what.
         *
         * @param rotatedAt the last rotation, by this attempt or another; absent before the first
         * @param readAt when this was read
         */
        public record Times(@Nullable Instant rotatedAt, Instant readAt) {}

        /**
         * The stored hashes of the refresh tokens of a session.
         *
         * @param previous absent before the first rotation
         * @param rotations the number of rotations
         */
        public record Hashes(RefreshToken.Hash current, RefreshToken.@Nullable Hash previous, int rotations) {
            /** Whether this is the hash of the token before the current one. */
            public boolean isPrevious(RefreshToken.Hash hash) {
                return previous != null && previous.equals(hash);
            }
        }
    }
}
