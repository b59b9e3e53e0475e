package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import java.time.Duration;

/** The outcome of a password change. */
sealed interface PasswordChangeOutcome {
    /** The password is set; this many other sessions ended. */
    record Changed(int sessionsEnded) implements PasswordChangeOutcome {}

    /** The entered current password is wrong. */
    record WrongPassword() implements PasswordChangeOutcome {}

    /** The current password was not looked at: too many were wrong. */
    record Throttled(Duration retryAfter) implements PasswordChangeOutcome {}

    /** The status of the account does not allow it. */
    record Refused(Refusal why) implements PasswordChangeOutcome {}
}
