package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.login.challenge.OpenedChallenge;
import dev.gatehouse.auth.session.grant.Grant;

/** What became of a wish to sign in. */
sealed interface LoginOutcome {
    /** Here is the session. */
    record Granted(Grant grant) implements LoginOutcome {}

    /** Something more is needed. */
    record Challenged(OpenedChallenge challenge) implements LoginOutcome {}

    /** No; why is nobody's business. */
    record Refused() implements LoginOutcome {}
}
