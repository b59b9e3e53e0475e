package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.session.lifetime.SessionAccount;
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
