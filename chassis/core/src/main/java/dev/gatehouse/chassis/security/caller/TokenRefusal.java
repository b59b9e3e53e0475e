package dev.gatehouse.chassis.security.caller;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import java.util.Optional;

/**
 * How an invalid token is answered: the exception that the security layer of the framework expects, with the problem as
 * its cause. Which check failed is for the log only.
 */
public final class TokenRefusal {
    private TokenRefusal() {}

    /** A token that is none of ours, or not any more; the step that found it never reaches the client. */
    public static AuthenticationFailedException invalid(String step) {
        return new AuthenticationFailedException(
                step, new ProblemException(ProblemType.UNAUTHENTICATED, "The access token is not valid here and now."));
    }

    /** The token of a session that was ended. */
    public static AuthenticationFailedException revoked() {
        return new AuthenticationFailedException(new ProblemException(
                ProblemType.SESSION_REVOKED, "Sign in again: the session of this access token was ended."));
    }

    /** The step that found the token invalid; empty for any other failure, a revoked session among them. */
    public static Optional<String> step(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                        && failure.getCause() instanceof ProblemException problem
                        && problem.type() == ProblemType.UNAUTHENTICATED
                ? Optional.ofNullable(failure.getMessage())
                : Optional.empty();
    }
}
