package dev.gatehouse.audit.sequence;

import dev.gatehouse.audit.log.AuditLog;
import dev.gatehouse.audit.sequence.GapPolicy.Finding;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks one service: closes gaps whose events have arrived, and records new ones. */
@ApplicationScoped
class SequenceCheck {
    private static final Log LOG = Log.of(SequenceCheck.class);
    /** How many numbers one check looks at; the next one goes on from there. */
    private static final int NUMBERS = 10_000;

    private static final int OPEN_GAPS = 100;

    /** Up to which gap of a service the last check looked; the next one goes on from there, and then begins anew. */
    private final Map<String, Long> lookedAt = new ConcurrentHashMap<>();

    private final Set<Long> reported = ConcurrentHashMap.newKeySet();

    private final Transactions transactions;
    private final AuditLog log;
    private final SqlGaps gaps;
    private final SequenceConfig config;
    private final MeterRegistry meters;

    SequenceCheck(Transactions transactions, AuditLog log, SqlGaps gaps, SequenceConfig config, MeterRegistry meters) {
        this.transactions = transactions;
        this.log = log;
        this.gaps = gaps;
        this.config = config;
        this.meters = meters;
    }

    /** One transaction, during which no other replica checks this service. */
    Uni<Void> of(String service) {
        return transactions.runSql(tx -> gaps.hold(tx, service)
                .call(producer -> closeFilled(tx, producer))
                .call(producer -> recordRepeated(tx, producer))
                .chain(producer -> recordNew(tx, producer)));
    }

    private Uni<Void> closeFilled(SqlConnection tx, Producer producer) {
        return gaps.open(tx, producer.service(), lookedAt.getOrDefault(producer.service(), 0L), OPEN_GAPS)
                .invoke(open -> lookedAt.put(
                        producer.service(),
                        open.size() < OPEN_GAPS ? 0L : open.getLast().first()))
                .onItem()
                .transformToMulti(open -> Multi.createFrom().iterable(open))
                .onItem()
                .transformToUniAndConcatenate(gap -> closeFilled(tx, producer, gap))
                .collect()
                .last();
    }

    private Uni<Void> closeFilled(SqlConnection tx, Producer producer, Gap gap) {
        return log.arrived(tx, producer.service(), gap.first(), gap.last(), NUMBERS)
                .map(arrived -> Gap.missing(gap.first(), gap.last(), GapPolicy.numbers(arrived)))
                .chain(still ->
                        still.equals(List.of(gap)) ? Uni.createFrom().voidItem() : replace(tx, producer, gap, still));
    }

    private Uni<Void> replace(SqlConnection tx, Producer producer, Gap gap, List<Gap> still) {
        LOG.with("service", producer.service())
                .with("first", gap.first())
                .with("last", gap.last())
                .info("Missing events have arrived");
        return gaps.remove(tx, producer.service(), gap).chain(() -> gaps.add(tx, producer, still));
    }

    private Uni<Void> recordNew(SqlConnection tx, Producer producer) {
        return log.arrived(tx, producer.service(), producer.checked() + 1, Long.MAX_VALUE, NUMBERS)
                .map(arrived -> GapPolicy.decide(producer.checked(), arrived, producer.now(), config.settleTime()))
                .invoke(finding -> warn(producer, finding))
                .call(finding -> gaps.add(tx, producer, finding.gaps()))
                .chain(finding -> gaps.mark(tx, producer, finding.checked()));
    }

    /** Numbers that go back: the database of the service was restored, or somebody else uses its name. */
    private Uni<Void> recordRepeated(SqlConnection tx, Producer producer) {
        return log.repeated(tx, producer.service(), producer.checkedIndex(), NUMBERS)
                .invoke(repeated -> repeated.sequences().forEach(number -> {
                    meters.counter("gatehouse.audit.sequence.repeated", "service", producer.service())
                            .increment();
                    LOG.with("service", producer.service())
                            .with("sequence", number)
                            .error("A number was given to two events");
                }))
                .chain(repeated -> gaps.markIndex(tx, producer, repeated.upTo()));
    }

    private void warn(Producer producer, Finding finding) {
        Long absurd = finding.absurd();
        if (absurd != null && reported.add(absurd)) {
            LOG.with("service", producer.service())
                    .with("sequence", absurd)
                    .error("A number is too far from those before it, and is passed over");
        }
        for (Gap gap : finding.gaps()) {
            LOG.with("service", producer.service())
                    .with("first", gap.first())
                    .with("last", gap.last())
                    .with("missing", gap.size())
                    .warn("Events are missing");
        }
    }
}
