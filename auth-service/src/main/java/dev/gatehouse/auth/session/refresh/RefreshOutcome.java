package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.SessionGrant;
import dev.gatehouse.contracts.event.SessionEnd;
import org.jspecify.annotations.Nullable;

/** The result of presenting a refresh token. */
sealed interface RefreshOutcome {
    /** The session goes on. */
    record Refreshed(SessionGrant grant) implements RefreshOutcome {}

    /**
     * The session does not go on.
     *
     * @param end how the session ended; absent where the client must not know of a session
     */
    record Refused(Reason why, @Nullable SessionEnd end) implements RefreshOutcome {}

    /**
     * The session goes on when its client has proven its address: the refresh token stays good.
     *
     * @param demand what asks for it
     */
    record Challenged(AddressProof.Demand demand) implements RefreshOutcome {}

    /** Why a session does not go on. */
    enum Reason {
        /** It passed a limit, or it never existed. */
        EXPIRED,
        /** It was ended, or its account is not active any more. */
        REVOKED,
        /** The token was used before, by another client or too long ago. */
        REUSED
    }
}
