package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.auth.token.AccessToken;

/** What became of the wish to prove again who one is. */
sealed interface StepUpOutcome {
    /** It was proven. */
    record Proven(AccessToken token) implements StepUpOutcome {}

    /** It was not. */
    record Refused() implements StepUpOutcome {}

    /** It was, but the session is over or the account is closed. */
    record Over() implements StepUpOutcome {}
}
