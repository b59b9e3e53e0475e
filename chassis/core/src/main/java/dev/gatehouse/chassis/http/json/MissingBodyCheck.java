package dev.gatehouse.chassis.http.json;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;

/**
 * An endpoint that takes a body gets one: an empty body, or JSON that says {@code null}, ends here and not in a fault.
 * Only where the parameter is an {@link MayBeAbsent} may there be none.
 */
@Provider
public class MissingBodyCheck implements ReaderInterceptor {
    /** Keeps no state. */
    public MissingBodyCheck() {}

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null && !mayBeLeftOut(context)) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "Send a JSON object in the body.");
        }
        return body;
    }

    private static boolean mayBeLeftOut(ReaderInterceptorContext context) {
        return Arrays.stream(context.getAnnotations()).anyMatch(MayBeAbsent.class::isInstance);
    }
}
