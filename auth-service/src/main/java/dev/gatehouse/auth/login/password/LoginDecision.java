package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.session.lifetime.SessionAccount;
import java.time.Instant;

/** The decision about a login. */
sealed interface LoginDecision {
    /** It gets a session. */
    record Admit(Proven proven) implements LoginDecision {}

    /** Its address must be verified first. */
    record Verify(Proven proven) implements LoginDecision {}

    /** It must have a new password first. */
    record ChangePassword(Proven proven) implements LoginDecision {}

    /** It is refused; the reason is published and never part of the response. */
    record Refuse(RefusalReason why) implements LoginDecision {}

    /**
     * An account whose password was right.
     *
     * @param passwordSetAt identifies the password that was checked
     */
    record Proven(SessionAccount account, Instant passwordSetAt) {}
}
