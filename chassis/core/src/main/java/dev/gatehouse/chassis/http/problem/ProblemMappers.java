package dev.gatehouse.chassis.http.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.http.route.Routes;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.contracts.problem.ProblemType;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every exception that can leave an endpoint, as a problem; none of their texts reaches the client. */
class ProblemMappers {
    private static final Log LOG = Log.of(ProblemMappers.class);
    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Routes routes;

    ProblemMappers(Routes routes) {
        this.routes = routes;
    }

    /** A problem that was decided at the edge. */
    @ServerExceptionMapper
    public Response problem(ProblemException problem) {
        return Problems.of(problem);
    }

    /** JSON that cannot be bound; overrides the answer of the framework, which names classes. */
    @ServerExceptionMapper
    public Response json(MismatchedInputException unbound) {
        return Problems.of(JsonFaults.of(unbound));
    }

    /** No token was sent. */
    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException missing) {
        return Challenges.missing();
    }

    /** A token was sent and refused. */
    @ServerExceptionMapper
    public Response refused(AuthenticationFailedException refused) {
        return Challenges.refused(refused);
    }

    /** The same, found at another place of the framework. */
    @ServerExceptionMapper
    public Response refused(AuthenticationCompletionException refused) {
        return Challenges.missing();
    }

    /** The caller is known and may not. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return Problems.of(ProblemType.FORBIDDEN, "Your account may not do this.");
    }

    /** What the framework decided: no such path, no such method, not readable. */
    @ServerExceptionMapper
    public Response http(WebApplicationException decided, @Nullable ResourceInfo endpoint, UriInfo target) {
        switch (decided.getCause()) {
            case JacksonException unreadable -> {
                return Problems.of(JsonFaults.of(unreadable));
            }
            case ProblemException known -> {
                return Problems.of(known);
            }
            case RuntimeException unfit
            when decided instanceof NotFoundException && PathParameters.fit(endpoint, target) -> {
                return Problems.of(ProblemType.MALFORMED_REQUEST, "A parameter of the query has the wrong form.");
            }
            case null, default -> {}
        }
        int status = decided.getResponse().getStatus();
        return StatusProblems.of(status)
                .map(problem -> status == METHOD_NOT_ALLOWED ? withAllow(problem, target) : problem)
                .orElseGet(() -> status >= 500 ? fault(decided, endpoint) : decided.getResponse());
    }

    /** All the rest: a dependency that is away, or a fault of ours. */
    @ServerExceptionMapper
    public Response fault(Throwable fault, @Nullable ResourceInfo endpoint) {
        if (DatabaseFailure.isTransient(fault)) {
            LOG.with("operation", name(endpoint))
                    .with("cause", fault.getClass())
                    .warn("Request refused, database not available");
            return Problems.of(
                    ProblemType.DEPENDENCY_UNAVAILABLE, "Try again in a moment; nothing was changed.", COME_BACK);
        }
        // The operation and not the path: paths of mailed links are secrets.
        LOG.with("operation", name(endpoint)).error("Request failed", fault);
        return Problems.of(
                ProblemType.INTERNAL_ERROR, "It is logged. Give the trace id to the operator of this helpdesk.");
    }

    private Response withAllow(Response problem, UriInfo target) {
        return Response.fromResponse(problem)
                .header(HttpHeaders.ALLOW, routes.allowed(target.getPath()))
                .build();
    }

    private static String name(@Nullable ResourceInfo endpoint) {
        return endpoint == null || endpoint.getResourceClass() == null
                ? "-"
                : endpoint.getResourceClass().getSimpleName() + "."
                        + endpoint.getResourceMethod().getName();
    }
}
