package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.grant.Grant;

/** What became of a refresh token that was presented. */
sealed interface RefreshOutcome {
    /** The session goes on. */
    record Refreshed(Grant grant) implements RefreshOutcome {}

    /** The session does not go on. */
    record Refused(Reason why) implements RefreshOutcome {}

    /** Why it does not. */
    enum Reason {
        /** It is over by time, or there never was one. */
        EXPIRED,
        /** Somebody ended it, or its account may not sign in any more. */
        REVOKED,
        /** The token was used before, by another or too long ago. */
        REUSED
    }
}
