package dev.gatehouse.chassis.http.edge;

import dev.gatehouse.chassis.http.problem.RouteProblems;
import dev.gatehouse.contracts.http.PlainPath;
import dev.gatehouse.contracts.problem.ProblemType;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Checks every request on the public port before any route. */
@ApplicationScoped
class EdgeFilter {
    private static final int FIRST = 10_000;
    private static final Set<HttpMethod> REFUSED_METHODS = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);

    private final SecurityHeaders securityHeaders;
    private final RequestIds requestIds;
    private final long maxBody;

    EdgeFilter(
            SecurityHeaders securityHeaders,
            RequestIds requestIds,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.securityHeaders = securityHeaders;
        this.requestIds = requestIds;
        this.maxBody = maxBody.asLongValue();
    }

    void install(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    /** Failures outside of the endpoints; those inside are mapped before they come here. */
    void installFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(RouteProblems::failed);
    }

    private void enter(RoutingContext request) {
        String requestId = requestIds.of(request.request().getHeader(RequestIds.HEADER));
        request.response().putHeader(RequestIds.HEADER, requestId);
        traceParent(request);
        request.addHeadersEndHandler(
                sending -> securityHeaders.complete(request.response().headers()));
        if (REFUSED_METHODS.contains(request.request().method())) {
            RouteProblems.answer(request, ProblemType.METHOD_NOT_ALLOWED, "This method is not used here.");
        } else if (!PlainPath.is(request.request().uri())) {
            RouteProblems.answer(
                    request,
                    ProblemType.REFUSED_PATH,
                    "Send the path without matrix parameters, dots or double slashes.");
        } else if (announcesTooMuch(request.request().getHeader("Content-Length"))) {
            request.response().putHeader("Connection", "close");
            RouteProblems.answer(request, ProblemType.REQUEST_TOO_LARGE, "The body is larger than is read here.");
        } else {
            request.next();
        }
    }

    /** The framework would answer without a body of its own; what is not announced is cut off while it is read. */
    private boolean announcesTooMuch(@Nullable String contentLength) {
        try {
            return contentLength != null && Long.parseLong(contentLength) > maxBody;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static void traceParent(RoutingContext request) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            request.response()
                    .putHeader(
                            "traceparent",
                            "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                                    + span.getTraceFlags().asHex());
        }
    }
}
