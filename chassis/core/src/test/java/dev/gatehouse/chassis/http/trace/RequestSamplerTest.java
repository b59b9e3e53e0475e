package dev.gatehouse.chassis.http.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L12: neither a sampled flag nor a trace id that a stranger chose decides what is exported. */
class RequestSamplerTest {
    private static final String CHOSEN_ID = "00000000000000000000000000000001";

    @ParameterizedTest
    @CsvSource({"0.2, 0.1, SERVER, true", "0.2, 0.3, SERVER, false", "0, 0, SERVER, false", "1, 0.99, SERVER, true"})
    void l12DrawsForEveryRequestWhateverItsCallerSays(double ratio, double lot, SpanKind kind, boolean sampled) {
        assertEquals(sampled, isSampled(ratio, lot, kind, TraceFlags.getSampled()));
        assertEquals(sampled, isSampled(ratio, lot, kind, TraceFlags.getDefault()));
    }

    @ParameterizedTest
    @CsvSource({"INTERNAL", "CLIENT", "CONSUMER", "PRODUCER"})
    void letsWhatFollowsShareTheLot(SpanKind kind) {
        assertEquals(true, isSampled(0, 0.5, kind, TraceFlags.getSampled()));
        assertEquals(false, isSampled(1, 0.5, kind, TraceFlags.getDefault()));
    }

    @Test
    void drawsForWhatBeginsByItself() {
        assertEquals(
                SamplingDecision.RECORD_AND_SAMPLE,
                new RequestSampler(0.5, () -> 0.1)
                        .shouldSample(
                                Context.root(), CHOSEN_ID, "job", SpanKind.INTERNAL, Attributes.empty(), List.of())
                        .getDecision());
    }

    private static boolean isSampled(double ratio, double lot, SpanKind kind, TraceFlags flags) {
        SpanContext caller =
                SpanContext.createFromRemoteParent(CHOSEN_ID, "00f067aa0ba902b7", flags, TraceState.getDefault());
        return new RequestSampler(ratio, () -> lot)
                        .shouldSample(
                                Context.root().with(Span.wrap(caller)),
                                CHOSEN_ID,
                                "request",
                                kind,
                                Attributes.empty(),
                                List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }
}
