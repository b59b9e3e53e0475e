package dev.gatehouse.chassis.problem;

import io.opentelemetry.api.trace.Span;

/** The W3C trace that the current request belongs to. */
final class TraceIds {
    private TraceIds() {}

    static String current() {
        return Span.current().getSpanContext().getTraceId();
    }
}
