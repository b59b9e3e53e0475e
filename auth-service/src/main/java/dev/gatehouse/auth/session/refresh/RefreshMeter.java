package dev.gatehouse.auth.session.refresh;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts refreshes by how they ended. */
@ApplicationScoped
class RefreshMeter {
    private final MeterRegistry meters;

    RefreshMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(RefreshOutcome outcome) {
        Counter.builder("gatehouse.refreshes")
                .description("Presented refresh tokens by outcome")
                .tag("outcome", name(outcome))
                .register(meters)
                .increment();
    }

    private static String name(RefreshOutcome outcome) {
        return switch (outcome) {
            case RefreshOutcome.Refreshed refreshed -> "refreshed";
            case RefreshOutcome.Refused refused -> refused.why().name().toLowerCase(Locale.ROOT);
        };
    }
}
