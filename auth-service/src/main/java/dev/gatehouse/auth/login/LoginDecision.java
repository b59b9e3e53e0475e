package dev.gatehouse.auth.login;

import dev.gatehouse.auth.loginjournal.RefusalReason;
import dev.gatehouse.auth.session.SessionAccount;
import java.time.Instant;

/** What is to become of a sign-in. */
sealed interface LoginDecision {
    /** It gets a session. */
    record Admit(Proven proven) implements LoginDecision {}

    /** Its address must be verified first. */
    record Verify(Proven proven) implements LoginDecision {}

    /** It is refused; the reason is for the event only. */
    record Refuse(RefusalReason why) implements LoginDecision {}

    /** An account whose password was proven, and which password that was. */
    record Proven(SessionAccount account, Instant passwordSetAt) {}
}
