package dev.gatehouse.chassis.http.trace;

import dev.gatehouse.chassis.http.route.Routes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Replaces the path of a request by the template of its route, and takes its query out, before anything is exported:
 * paths of mailed links and of login challenges are secrets.
 */
@ApplicationScoped
class RouteSpans implements SpanProcessor {
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    /** Somebody else's path, or a guess at one of ours. */
    private static final String UNKNOWN = "unknown";

    private final Routes routes;

    RouteSpans(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getKind() != SpanKind.SERVER) {
            return;
        }
        String path = span.getAttribute(PATH);
        if (path != null) {
            span.setAttribute(PATH, routes.template(path).orElse(UNKNOWN));
        }
        if (span.getAttribute(QUERY) != null) {
            span.setAttribute(QUERY, "");
        }
        TrustedPropagator.callerOf(parent).ifPresent(span::addLink);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
