package dev.gatehouse.chassis.http.problem;

import dev.gatehouse.contracts.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The problem for a status that the HTTP layer gave without a word of ours. */
final class StatusProblems {
    private StatusProblems() {}

    static Optional<Response> of(int status) {
        return body(status).map(body -> Response.status(body.status())
                .type(Problems.MEDIA_TYPE)
                .entity(body)
                .build());
    }

    static Optional<ProblemResponse> body(int status) {
        return switch (status) {
            case 414 -> problem(ProblemType.TARGET_TOO_LONG, "The request cannot be read.");
            case 431 -> problem(ProblemType.HEADERS_TOO_LARGE, "The request cannot be read.");
            case 400, 411 -> problem(ProblemType.MALFORMED_REQUEST, "The request cannot be read.");
            case 401 -> problem(ProblemType.UNAUTHENTICATED, "Send an access token.");
            case 403 -> problem(ProblemType.FORBIDDEN, "Your account may not do this.");
            case 404 -> problem(ProblemType.NOT_FOUND, "There is nothing at this path.");
            case 405, 501 -> problem(ProblemType.METHOD_NOT_ALLOWED, "The path is known, the method is not for it.");
            case 406 -> problem(ProblemType.NOT_ACCEPTABLE, "None of the media types in Accept is to be had.");
            case 413 -> problem(ProblemType.REQUEST_TOO_LARGE, "The body is larger than is read here.");
            case 415 -> problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The media type of the body is not read here.");
            default -> Optional.empty();
        };
    }

    private static Optional<ProblemResponse> problem(ProblemType type, String detail) {
        return Optional.of(ProblemResponse.of(type, detail, java.util.List.of()));
    }
}
