package dev.gatehouse.audit.sequence;

import dev.gatehouse.audit.log.AuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Scheduled job: checks the numbers of every service, and shows how many gaps are open. */
@ApplicationScoped
class SequenceJob {
    private final AuditLog log;
    private final SequenceCheck check;
    private final SqlGaps gaps;
    private final MultiGauge open;

    SequenceJob(AuditLog log, SequenceCheck check, SqlGaps gaps, MeterRegistry meters) {
        this.log = log;
        this.check = check;
        this.gaps = gaps;
        this.open = MultiGauge.builder("gatehouse.audit.sequence.gaps")
                .description("Runs of events that a service sent and that are not in the log")
                .register(meters);
    }

    @Scheduled(every = "${gatehouse.audit.sequence.interval}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> checkAll() {
        return log.services().chain(this::checkEach).eventually(() -> gaps.count()
                .invoke(this::show));
    }

    /** All of them, also when one fails; then with its failure. */
    private Uni<Void> checkEach(List<String> services) {
        return Multi.createFrom()
                .iterable(services)
                .onItem()
                .transformToUni(check::of)
                .collectFailures()
                .concatenate()
                .onItem()
                .ignoreAsUni();
    }

    private void show(Map<String, Long> counts) {
        List<MultiGauge.Row<?>> rows = counts.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        count -> MultiGauge.Row.of(Tags.of("service", count.getKey()), count.getValue()))
                .toList();
        open.register(rows, true);
    }
}
