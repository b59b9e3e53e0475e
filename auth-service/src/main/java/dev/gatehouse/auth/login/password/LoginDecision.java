package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
     * @param passwordChange why there is no session before it is changed; absent when it need not be
     */
    record Proven(
            SessionAccount account,
            Instant passwordSetAt,
            @Nullable PasswordChangeReason passwordChange) {}
}
