package dev.gatehouse.chassis.http.problem;

import com.fasterxml.jackson.core.JacksonException;
import dev.gatehouse.contracts.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem, for what is wrong at the edge; a refusal by a rule of the domain is an outcome and not
 * an exception, because an exception would take the transaction down with it.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    /** A problem of this type; the detail is shown to the client, so it must not quote secrets. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), null);
    }

    private ProblemException(
            ProblemType type, String detail, List<Violation> violations, @Nullable Duration retryAfter) {
        super(type.slug() + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** 422 with these violations. */
    public static ProblemException of(List<Violation> violations) {
        return new ProblemException(
                ProblemType.VALIDATION_FAILED, "See the violations for what to change.", violations, null);
    }

    /** What is wrong with JSON that was read outside of the framework; never quotes it. */
    public static ProblemException of(JacksonException fault) {
        return JsonFaults.of(fault);
    }

    /** The same with these violations. */
    public ProblemException violations(List<Violation> broken) {
        return new ProblemException(type, detail, broken, retryAfter);
    }

    /** The same with a {@code Retry-After} header, rounded up to whole seconds. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(type, detail, violations, wait);
    }

    /** The type. */
    public ProblemType type() {
        return type;
    }

    /** The detail that the client sees. */
    public String detail() {
        return detail;
    }

    /** The rules that the request breaks; empty for other problems. */
    public List<Violation> violations() {
        return violations;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
