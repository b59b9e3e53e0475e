package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.login.challenge.Challenge;
import dev.gatehouse.auth.session.lifetime.SessionGrant;
import java.time.Duration;

/** The result of a login. */
sealed interface LoginOutcome {
    /** A session. */
    record Granted(SessionGrant grant) implements LoginOutcome {}

    /** Another proof is needed. */
    record Challenged(Challenge.Opened challenge) implements LoginOutcome {}

    /** The caller failed too often, and has to wait this long. */
    record Throttled(Duration retryAfter) implements LoginOutcome {}

    /** No session; the reason is in the event only. */
    record Refused() implements LoginOutcome {}
}
