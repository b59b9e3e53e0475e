package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.auth.token.TokenIssuer.AccessToken;
import java.time.Duration;

/** The result of a step-up. */
sealed interface StepUpOutcome {
    /** The password was right. */
    record Proven(AccessToken token) implements StepUpOutcome {}

    /** The password was wrong. */
    record Refused() implements StepUpOutcome {}

    /** The password was not looked at: too many were wrong. */
    record Throttled(Duration retryAfter) implements StepUpOutcome {}

    /** The password was right, but the session is over or the account is not active. */
    record Over() implements StepUpOutcome {}
}
