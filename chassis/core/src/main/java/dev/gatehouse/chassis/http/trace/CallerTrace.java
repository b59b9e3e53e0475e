package dev.gatehouse.chassis.http.trace;

import dev.gatehouse.chassis.security.clientaddress.TrustedProxies;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a {@link TrustedPropagator} before each propagator of the framework. */
@ApplicationScoped
class CallerTrace implements TextMapPropagatorCustomizer {
    private final TrustedProxies proxies;

    CallerTrace(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public TextMapPropagator customize(Context context) {
        return new TrustedPropagator(context.propagator(), proxies);
    }
}
