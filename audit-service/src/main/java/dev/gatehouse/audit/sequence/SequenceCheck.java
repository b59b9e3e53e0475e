package dev.gatehouse.audit.sequence;

import dev.gatehouse.audit.log.AuditLog;
import dev.gatehouse.audit.sequence.GapPolicy.Finding;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Checks one service: closes gaps whose events have arrived, and records new ones. */
@ApplicationScoped
class SequenceCheck {
    private static final Log LOG = Log.of(SequenceCheck.class);
    /** How many numbers one check looks at; the next one goes on from there. */
    private static final int NUMBERS = 10_000;

    private static final int OPEN_GAPS = 100;

    private final Transactions transactions;
    private final AuditLog log;
    private final SqlGaps gaps;
    private final SequenceConfig config;

    SequenceCheck(Transactions transactions, AuditLog log, SqlGaps gaps, SequenceConfig config) {
        this.transactions = transactions;
        this.log = log;
        this.gaps = gaps;
        this.config = config;
    }

    /** One transaction, during which no other replica checks this service. */
    Uni<Void> of(String service) {
        return transactions.runSql(tx -> gaps.hold(tx, service)
                .call(producer -> closeFilled(tx, producer))
                .chain(producer -> recordNew(tx, producer)));
    }

    private Uni<Void> closeFilled(SqlConnection tx, Producer producer) {
        return gaps.open(tx, producer.service(), OPEN_GAPS)
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
                .map(arrived -> GapPolicy.decide(
                        producer.checked(), arrived, producer.now().minus(config.settleTime())))
                .invoke(finding -> warn(producer, finding))
                .call(finding -> gaps.add(tx, producer, finding.gaps()))
                .chain(finding -> gaps.mark(tx, producer, finding.checked()));
    }

    private static void warn(Producer producer, Finding finding) {
        for (Gap gap : finding.gaps()) {
            LOG.with("service", producer.service())
                    .with("first", gap.first())
                    .with("last", gap.last())
                    .with("missing", gap.size())
                    .warn("Events are missing");
        }
    }
}
