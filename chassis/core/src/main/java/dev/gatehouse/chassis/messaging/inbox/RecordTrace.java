package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.messaging.wire.Headers;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The trace in which a record was published. */
final class RecordTrace implements TextMapGetter<ConsumerRecord<String, byte[]>> {
    private static final RecordTrace HEADERS = new RecordTrace();

    private RecordTrace() {}

    static Context of(ConsumerRecord<String, byte[]> record) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), record, HEADERS);
    }

    @Override
    public Iterable<String> keys(ConsumerRecord<String, byte[]> record) {
        return List.of(Headers.TRACE_PARENT);
    }

    @Override
    public @Nullable String get(@Nullable ConsumerRecord<String, byte[]> record, String name) {
        Header header = record == null ? null : record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
