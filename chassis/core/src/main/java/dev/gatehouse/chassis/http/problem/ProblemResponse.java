package dev.gatehouse.chassis.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.gatehouse.contracts.problem.ProblemType;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer that is not a success (RFC 9457).
 *
 * @param traceId by which operators find the occasion in logs and traces
 * @param violations only with {@code validation-failed}
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "traceId", "violations"})
public record ProblemResponse(
        String type,
        String title,
        int status,
        String detail,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Violation> violations) {

    static ProblemResponse of(ProblemType type, String detail, List<Violation> violations) {
        return new ProblemResponse(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                Span.current().getSpanContext().getTraceId(),
                violations.isEmpty() ? null : List.copyOf(violations));
    }
}
