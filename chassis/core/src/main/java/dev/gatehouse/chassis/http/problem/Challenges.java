package dev.gatehouse.chassis.http.problem;

import dev.gatehouse.contracts.problem.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers 401 as RFC 6750 asks for: with a challenge that says whether a token was missing or refused. */
final class Challenges {
    private Challenges() {}

    static Response missing() {
        return with("Bearer", Problems.of(ProblemType.UNAUTHENTICATED, "Send an access token."));
    }

    static Response refused(AuthenticationFailedException refused) {
        Response problem = refused.getCause() instanceof ProblemException known
                ? Problems.of(known)
                : Problems.of(ProblemType.UNAUTHENTICATED, "The access token is not valid here and now.");
        return with("Bearer error=\"invalid_token\"", problem);
    }

    private static Response with(String challenge, Response problem) {
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
