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

/** Scheduled job: checks the numbers of every service, and shows how many gaps are open and how far it came. */
@ApplicationScoped
class SequenceJob {
    private final AuditLog log;
    private final SequenceCheck check;
    private final SqlGaps gaps;
    private final MultiGauge open;
    private final MultiGauge checked;

    SequenceJob(AuditLog log, SequenceCheck check, SqlGaps gaps, MeterRegistry meters) {
        this.log = log;
        this.check = check;
        this.gaps = gaps;
        this.open = MultiGauge.builder("gatehouse.audit.sequence.gaps")
                .description("Runs of events that a service sent and that are not in the log")
                .register(meters);
        this.checked = MultiGauge.builder("gatehouse.audit.sequence.checked")
                .description("Up to which number the events of a service were checked")
                .register(meters);
    }

    @Scheduled(every = "${gatehouse.audit.sequence.interval}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> checkAll() {
        return log.services().chain(this::checkEach).eventually(() -> gaps.count()
                .invoke(counts -> show(open, counts))
                .chain(gaps::checked)
                .invoke(numbers -> show(checked, numbers)));
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

    private static void show(MultiGauge gauge, Map<String, Long> byService) {
        List<MultiGauge.Row<?>> rows = byService.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        number -> MultiGauge.Row.of(Tags.of("service", number.getKey()), number.getValue()))
                .toList();
        gauge.register(rows, true);
    }
}
