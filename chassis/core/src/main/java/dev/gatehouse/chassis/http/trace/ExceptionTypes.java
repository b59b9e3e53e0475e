package dev.gatehouse.chassis.http.trace;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.internal.ExceptionAttributeResolver;
import io.opentelemetry.sdk.trace.internal.SdkTracerProviderUtil;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Leaves of an exception its type in a span: messages quote what clients send, and stack traces hold messages. The log
 * has them, under the trace id.
 */
@ApplicationScoped
class ExceptionTypes implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer, ExceptionAttributeResolver {
    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addTracerProviderCustomizer((provider, settings) -> {
            SdkTracerProviderUtil.setExceptionAttributeResolver(provider, this);
            return provider;
        });
    }

    @Override
    public void setExceptionAttributes(AttributeSetter span, Throwable exception, int maxLength) {
        span.setAttribute(EXCEPTION_TYPE, exception.getClass().getName());
    }
}
