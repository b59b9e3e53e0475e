package dev.gatehouse.chassis.http.problem;

import dev.gatehouse.contracts.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** Answers with a problem, for the resources that turn a refusal into HTTP. */
public final class Problems {
    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /** A problem of this type; the detail is shown to the client. */
    public static Response of(ProblemType type, String detail) {
        return response(type, detail, List.of()).build();
    }

    /** The same with a {@code Retry-After} header, rounded up to whole seconds. */
    public static Response of(ProblemType type, String detail, Duration retryAfter) {
        return response(type, detail, List.of())
                .header(HttpHeaders.RETRY_AFTER, seconds(retryAfter))
                .build();
    }

    /** The same with a stable code that says why. */
    public static Response because(ProblemType type, String detail, String reason) {
        return Response.status(type.status())
                .type(MEDIA_TYPE)
                .entity(ProblemResponse.because(type, detail, reason))
                .build();
    }

    /** 422 with these violations. */
    public static Response of(List<Violation> violations) {
        return of(ProblemException.of(violations));
    }

    /** The answer that this exception is mapped to. */
    public static Response of(ProblemException problem) {
        Response.ResponseBuilder response = response(problem.type(), problem.detail(), problem.violations());
        problem.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
        return response.build();
    }

    static Response.ResponseBuilder response(ProblemType type, String detail, List<Violation> violations) {
        return Response.status(type.status()).type(MEDIA_TYPE).entity(ProblemResponse.of(type, detail, violations));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
