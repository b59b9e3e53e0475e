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
 * @param reason a stable code; only where the type says less than the client needs
 * @param traceId by which operators find the occasion in logs and traces
 * @param violations only with {@code validation-failed}
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "reason", "traceId", "violations"})
public record ProblemResponse(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Violation> violations) {

    static ProblemResponse of(ProblemType type, String detail, List<Violation> violations) {
        return of(type, detail, violations.isEmpty() ? null : List.copyOf(violations), null);
    }

    static ProblemResponse because(ProblemType type, String detail, String reason) {
        return of(type, detail, null, reason);
    }

    private static ProblemResponse of(
            ProblemType type, String detail, @Nullable List<Violation> violations, @Nullable String reason) {
        return new ProblemResponse(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                reason,
                Span.current().getSpanContext().getTraceId(),
                violations);
    }
}
