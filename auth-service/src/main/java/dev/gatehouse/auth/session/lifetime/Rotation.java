package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.Digest;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session right after an attempt to rotate its refresh token.
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
    public record Hashes(Digest current, @Nullable Digest previous, int rotations) {
        /** Whether this is the hash of the token before the current one. */
        public boolean isPrevious(Digest hash) {
            return previous != null && previous.equals(hash);
        }
    }
}
