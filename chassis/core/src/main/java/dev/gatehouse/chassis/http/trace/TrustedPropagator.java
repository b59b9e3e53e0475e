package dev.gatehouse.chassis.http.trace;

import dev.gatehouse.chassis.security.clientaddress.TrustedProxies;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.vertx.core.spi.observability.HttpRequest;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Continues the trace of a trusted proxy only, and that of everything which is no request, such as our own events. A
 * request of anybody else begins a trace of its own, and the trace that its caller names is a link of it: otherwise
 * strangers could write into the traces of others.
 */
final class TrustedPropagator implements TextMapPropagator {
    private static final ContextKey<SpanContext> CALLER = ContextKey.named("gatehouse-caller-trace");

    private final TextMapPropagator all;
    private final TrustedProxies proxies;

    TrustedPropagator(TextMapPropagator all, TrustedProxies proxies) {
        this.all = all;
        this.proxies = proxies;
    }

    /** The trace that an untrusted caller named. */
    static Optional<SpanContext> callerOf(Context context) {
        return Optional.ofNullable(context.get(CALLER));
    }

    @Override
    public Collection<String> fields() {
        return all.fields();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        all.inject(context, carrier, setter);
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        if (!(carrier instanceof HttpRequest request) || proxies.contain(request.remoteAddress())) {
            return all.extract(context, carrier, getter);
        }
        SpanContext caller =
                Span.fromContext(all.extract(Context.root(), carrier, getter)).getSpanContext();
        return caller.isValid() ? context.with(CALLER, caller) : context;
    }
}
