package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;

/** What became of the wish for another password. */
sealed interface PasswordChangeOutcome {
    /** It is set; this many other sessions ended. */
    record Changed(int sessionsEnded) implements PasswordChangeOutcome {}

    /** The present password was not the one that was typed. */
    record WrongPassword() implements PasswordChangeOutcome {}

    /** The account may not have one. */
    record Refused(Refusal why) implements PasswordChangeOutcome {}
}
