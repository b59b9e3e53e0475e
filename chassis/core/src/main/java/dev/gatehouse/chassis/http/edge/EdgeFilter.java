package dev.gatehouse.chassis.http.edge;

import dev.gatehouse.chassis.http.problem.RouteProblems;
import dev.gatehouse.contracts.http.PlainPath;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.SessionCookie;
import dev.gatehouse.contracts.problem.ProblemType;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Checks every request on the public port before any route. */
@ApplicationScoped
class EdgeFilter {
    private static final int FIRST = 10_000;
    private static final Set<HttpMethod> REFUSED_METHODS = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);
    private static final Set<HttpMethod> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** Of one path or another; TRACE and CONNECT are of none. */
    private static final String USED_METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";
    /** Pages of the framework, while a service is being developed. */
    private static final String DEVELOPMENT = "/q/";
    /** The server reads twice as much, so that what is too long has an answer of this form. */
    private static final int LONGEST_TARGET = 4 * 1024;

    private static final int LARGEST_HEADERS = 16 * 1024;
    /** A colon, a space and the end of the line. */
    private static final int AROUND_A_HEADER = 4;

    private final SecurityHeaders securityHeaders;
    private final RequestIds requestIds;
    private final HostPolicy hosts;
    private final SameOrigin sameOrigin;
    private final BodyDeadline bodyDeadline;
    private final Set<String> streamedPaths;
    private final long maxBody;

    EdgeFilter(
            SecurityHeaders securityHeaders,
            RequestIds requestIds,
            HostPolicy hosts,
            SameOrigin sameOrigin,
            BodyDeadline bodyDeadline,
            @All List<StreamedPath> streamedBodies,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.securityHeaders = securityHeaders;
        this.requestIds = requestIds;
        this.hosts = hosts;
        this.sameOrigin = sameOrigin;
        this.bodyDeadline = bodyDeadline;
        this.streamedPaths = streamedBodies.stream().map(StreamedPath::path).collect(Collectors.toUnmodifiableSet());
        this.maxBody = maxBody.asLongValue();
    }

    /**
     * Before the server is made: by default it answers a target that is no URI before it asks any filter, without a
     * problem and without the headers of every answer. A system property is the only way to tell it so.
     */
    static void readEveryTarget(@Observes @Initialized(ApplicationScoped.class) Object start) {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    void install(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    /** Failures outside of the endpoints; those inside are mapped before they come here. */
    void installFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
    }

    /** A target that does not begin with a slash fails before any filter is asked. */
    private void fail(RoutingContext request) {
        if (!request.response().headers().contains(RequestIds.HEADER)) {
            complete(request);
        }
        RouteProblems.failed(request);
    }

    private void enter(RoutingContext request) {
        complete(request);
        Refusal refusal = refusal(request.request());
        if (refusal == null) {
            beginBody(request);
            request.next();
        } else {
            if (refusal == Refusal.METHOD) {
                request.response().putHeader("Allow", USED_METHODS);
            }
            RouteProblems.answer(request, refusal.type, refusal.detail);
        }
    }

    private void beginBody(RoutingContext request) {
        if (isStreamed(request.request())) {
            StreamedPath.begin(request);
        } else {
            bodyDeadline.begin(request);
        }
    }

    private boolean isStreamed(HttpServerRequest request) {
        return HttpMethod.POST.equals(request.method()) && streamedPaths.contains(request.path());
    }

    /** What every answer carries. */
    private void complete(RoutingContext request) {
        String requestId = requestIds.of(request.request().getHeader(RequestIds.HEADER));
        request.response().putHeader(RequestIds.HEADER, requestId);
        traceParent(request);
        request.addHeadersEndHandler(
                sending -> securityHeaders.complete(request.response().headers()));
    }

    private @Nullable Refusal refusal(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_TARGET) {
            return Refusal.TARGET;
        }
        if (size(request.headers()) > LARGEST_HEADERS) {
            return Refusal.HEADERS;
        }
        if (!PlainPath.is(request.uri())) {
            return Refusal.PATH;
        }
        if (!isUri(request.uri())) {
            return Refusal.QUERY;
        }
        if (!PlainPath.isServed(request.uri()) && !isDevelopment(request.uri())) {
            return Refusal.NOTHING_THERE;
        }
        if (REFUSED_METHODS.contains(request.method())) {
            return Refusal.METHOD;
        }
        if (!isStreamed(request) && announcesTooMuch(request.getHeader("Content-Length"))) {
            request.response().putHeader("Connection", "close");
            return Refusal.BODY;
        }
        return isForged(request) ? Refusal.ORIGIN : host(request);
    }

    private static boolean isUri(String target) {
        try {
            return new URI(target).getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private @Nullable Refusal host(HttpServerRequest request) {
        return switch (hosts.judge(HostPolicy.Asked.of(request))) {
            case SERVED -> null;
            case OTHER -> Refusal.HOST;
            case UNCLEAR -> Refusal.NO_HOST;
        };
    }

    private static boolean isDevelopment(String target) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT && target.startsWith(DEVELOPMENT);
    }

    /** Whatever a cookie of a session may take part in comes from this origin; no endpoint has to think of it. */
    private boolean isForged(HttpServerRequest request) {
        return !SAFE_METHODS.contains(request.method())
                && Arrays.stream(AccountKind.values())
                        .anyMatch(kind -> request.getCookie(SessionCookie.name(kind)) != null)
                && !sameOrigin.accepts(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"));
    }

    /** The framework would answer without a body of its own; what is not announced is cut off while it is read. */
    private boolean announcesTooMuch(@Nullable String contentLength) {
        try {
            return contentLength != null && Long.parseLong(contentLength) > maxBody;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static int size(MultiMap headers) {
        return headers.entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + AROUND_A_HEADER)
                .sum();
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

    /** Why a request reaches no endpoint. */
    private enum Refusal {
        TARGET(ProblemType.TARGET_TOO_LONG, "Send a shorter path and query."),
        HEADERS(ProblemType.HEADERS_TOO_LARGE, "Send fewer or shorter headers."),
        PATH(ProblemType.REFUSED_PATH, "Send the path without matrix parameters, dots or double slashes."),
        QUERY(ProblemType.MALFORMED_REQUEST, "Encode what no query may contain (RFC 3986)."),
        NOTHING_THERE(ProblemType.NOT_FOUND, "There is nothing at this path."),
        METHOD(ProblemType.METHOD_NOT_ALLOWED, "This method is not used here."),
        BODY(ProblemType.REQUEST_TOO_LARGE, "The body is larger than is read here."),
        ORIGIN(ProblemType.CSRF_REFUSED, "A request with this cookie must come from a page of this origin."),
        HOST(ProblemType.MISDIRECTED_REQUEST, "This host is not served here."),
        NO_HOST(ProblemType.MALFORMED_REQUEST, "Send one Host header.");

        private final ProblemType type;
        private final String detail;

        Refusal(ProblemType type, String detail) {
            this.type = type;
            this.detail = detail;
        }
    }
}
