package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.SessionGrant;

/** The result of presenting a refresh token. */
sealed interface RefreshOutcome {
    /** The session goes on. */
    record Refreshed(SessionGrant grant) implements RefreshOutcome {}

    /** The session does not go on. */
    record Refused(Reason why) implements RefreshOutcome {}

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
