package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.log.LogEntry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The metrics of the intake. */
@ApplicationScoped
class IntakeMeters {
    private final Counter ingested;
    private final Counter repeated;
    private final DistributionSummary batchSize;
    private final Timer lag;

    IntakeMeters(MeterRegistry meters) {
        ingested = counter(meters, "gatehouse.audit.ingested", "Events appended to the log");
        repeated = counter(meters, "gatehouse.audit.repeated", "Events delivered again");
        batchSize = DistributionSummary.builder("gatehouse.audit.batch.size")
                .description("Records per batch")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        lag = Timer.builder("gatehouse.audit.ingest.lag")
                .description("Time from an event to its arrival in the log")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    void appended(int offered, List<LogEntry> added) {
        batchSize.record(offered);
        ingested.increment(added.size());
        repeated.increment((double) offered - added.size());
        added.forEach(entry -> lag.record(age(entry)));
    }

    /** Clocks differ: an event from the future counts as zero. */
    private static Duration age(LogEntry entry) {
        Duration age = Duration.between(entry.event().time(), entry.receivedAt());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
