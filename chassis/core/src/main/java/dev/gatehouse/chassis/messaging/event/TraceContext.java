package dev.gatehouse.chassis.messaging.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * The current trace, in the form of the W3C recommendation <i>Trace Context</i>.
 *
 * @param traceId absent outside of any trace
 * @param traceparent the header that continues the trace; absent outside of any trace
 */
record TraceContext(@Nullable String traceId, @Nullable String traceparent) {
    private static final TraceContext NONE = new TraceContext(null, null);

    static TraceContext current() {
        SpanContext span = Span.current().getSpanContext();
        if (!span.isValid()) {
            return NONE;
        }
        String traceparent = "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
        return new TraceContext(span.getTraceId(), traceparent);
    }
}
