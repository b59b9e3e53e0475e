package dev.gatehouse.chassis.http.trace;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Draws by lot which requests are exported. Neither the flag nor the id of a caller's trace counts, for a proxy passes
 * on what strangers send: a stranger must not decide what is exported. What follows from a request follows its lot,
 * across events too.
 */
@ApplicationScoped
class RequestSampler implements Sampler {
    private final double ratio;
    private final DoubleSupplier lot;
    private final Sampler following;

    @Inject
    RequestSampler(SuiteConfig suite) {
        this(suite.traceRatio(), () -> ThreadLocalRandom.current().nextDouble());
    }

    RequestSampler(double ratio, DoubleSupplier lot) {
        this.ratio = ratio;
        this.lot = lot;
        this.following = Sampler.parentBased(new Drawn());
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.SERVER
                ? draw()
                : following.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    private SamplingResult draw() {
        return lot.getAsDouble() < ratio ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "RequestSampler{" + ratio + "}";
    }

    /** For what begins without a request: a job, or an event from outside of any trace. */
    private final class Drawn implements Sampler {
        @Override
        public SamplingResult shouldSample(
                Context parent,
                String traceId,
                String name,
                SpanKind kind,
                Attributes attributes,
                List<LinkData> links) {
            return draw();
        }

        @Override
        public String getDescription() {
            return "Drawn{" + ratio + "}";
        }
    }
}
