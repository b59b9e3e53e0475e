package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;

/** The outcome of a password change. */
sealed interface PasswordChangeOutcome {
    /** The password is set; this many other sessions ended. */
    record Changed(int sessionsEnded) implements PasswordChangeOutcome {}

    /** The entered current password is wrong. */
    record WrongPassword() implements PasswordChangeOutcome {}

    /** The status of the account does not allow it. */
    record Refused(Refusal why) implements PasswordChangeOutcome {}
}
