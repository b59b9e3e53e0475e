package dev.gatehouse.chassis.messaging.event;

import dev.gatehouse.chassis.messaging.wire.Headers;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Builds the headers of a record: the attributes of CloudEvents 1.0 in the Kafka binding's binary mode, and our own.
 */
final class CloudEventHeaders {
    private final Map<String, String> headers = new LinkedHashMap<>();

    private CloudEventHeaders() {}

    static CloudEventHeaders of(UUID id, String type, String source, Instant time) {
        return new CloudEventHeaders()
                .with(Headers.SPEC_VERSION, "1.0")
                .with(Headers.ID, id.toString())
                .with(Headers.TYPE, type)
                .with(Headers.SOURCE, source)
                .with(Headers.TIME, DateTimeFormatter.ISO_INSTANT.format(time))
                .with(Headers.CONTENT_TYPE, "application/json");
    }

    CloudEventHeaders schema(String schema) {
        return with(Headers.SCHEMA, schema);
    }

    CloudEventHeaders version(long version) {
        return with(Headers.VERSION, Long.toString(version));
    }

    CloudEventHeaders trace(TraceContext trace) {
        return trace.traceparent() == null ? this : with(Headers.TRACE_PARENT, trace.traceparent());
    }

    Map<String, String> toMap() {
        return headers;
    }

    private CloudEventHeaders with(String name, String value) {
        headers.put(name, value);
        return this;
    }
}
