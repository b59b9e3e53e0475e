package dev.gatehouse.chassis.accesstoken;

import dev.gatehouse.chassis.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import io.quarkus.security.AuthenticationFailedException;

/**
 * How a token that lets nobody in is answered: the exception that the security layer of the framework expects, with the
 * problem as its cause. Which check failed is for the log only.
 */
final class TokenRefusal {
    private TokenRefusal() {}

    static AuthenticationFailedException invalid() {
        return of(ProblemType.UNAUTHENTICATED, "The access token is not valid here and now.");
    }

    static AuthenticationFailedException revoked() {
        return of(ProblemType.SESSION_REVOKED, "Sign in again: the session of this access token was ended.");
    }

    private static AuthenticationFailedException of(ProblemType type, String detail) {
        return new AuthenticationFailedException(new ProblemException(type, detail));
    }
}
