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
 * How a session stands right after the attempt to rotate its refresh token.
 *
 * @param done whether this attempt was the one that rotated it
 * @param last the last rotation, this one or another; absent before the first
 * @param ended why the session is over; absent while nobody ended it
 */
public record Rotation(
        Session session,
        boolean done,
        Hashes hashes,
        @Nullable Last last,
        @Nullable SessionEnd ended) {
    /** Why the session is over, if somebody ended it. */
    public Optional<SessionEnd> end() {
        return Optional.ofNullable(ended);
    }

    /**
     * A refresh token that was presented.
     *
     * @param kind the kind of account that the audience is for; the session must be of the same
     */
    public record Attempt(RefreshToken token, AccountKind kind, SessionClient client, Use use, Instant at) {}

    /**
     * What is stored of the session's refresh tokens.
     *
     * @param previous absent before the first rotation
     * @param rotations how many there were
     */
    public record Hashes(Digest current, @Nullable Digest previous, int rotations) {}

    /**
     * When the token was rotated last, and by whom.
     *
     * @param client {@link SessionClient#digest}
     */
    public record Last(Instant at, Digest client) {}
}
