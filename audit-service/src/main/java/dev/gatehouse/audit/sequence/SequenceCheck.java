package dev.gatehouse.audit.sequence;

import dev.gatehouse.audit.log.AuditLog;
import dev.gatehouse.audit.sequence.CheckPolicy.Finding;
import dev.gatehouse.chassis.database.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Checks one service: closes gaps whose events arrived after all, and notices new ones. */
@ApplicationScoped
class SequenceCheck {
    private static final Logger LOG = Logger.getLogger(SequenceCheck.class);
    /** How many numbers one check looks at; the next one goes on from there. */
    private static final int NUMBERS = 10_000;

    private static final int OPEN_GAPS = 100;

    private final Transactions transactions;
    private final AuditLog log;
    private final SqlGaps gaps;
    private final SequenceConfig settings;

    SequenceCheck(Transactions transactions, AuditLog log, SqlGaps gaps, SequenceConfig settings) {
        this.transactions = transactions;
        this.log = log;
        this.gaps = gaps;
        this.settings = settings;
    }

    /** One transaction, in which no other replica checks this service. */
    Uni<Void> of(String service) {
        return transactions.runSql(
                tx -> gaps.hold(tx, service).call(held -> closeFilled(tx, held)).chain(held -> noticeNew(tx, held)));
    }

    private Uni<Void> closeFilled(SqlConnection tx, Held held) {
        return gaps.open(tx, held.service(), OPEN_GAPS)
                .onItem()
                .transformToMulti(open -> Multi.createFrom().iterable(open))
                .onItem()
                .transformToUniAndConcatenate(gap -> closeFilled(tx, held, gap))
                .collect()
                .last();
    }

    private Uni<Void> closeFilled(SqlConnection tx, Held held, Gap gap) {
        return log.arrived(tx, held.service(), gap.first(), gap.last(), NUMBERS)
                .map(arrived -> Gap.missing(gap.first(), gap.last(), CheckPolicy.numbers(arrived)))
                .chain(still ->
                        still.equals(List.of(gap)) ? Uni.createFrom().voidItem() : replace(tx, held, gap, still));
    }

    private Uni<Void> replace(SqlConnection tx, Held held, Gap gap, List<Gap> still) {
        LOG.infof(
                "Missing events arrived after all: service=%s first=%d last=%d",
                held.service(), gap.first(), gap.last());
        return gaps.remove(tx, held.service(), gap).chain(() -> gaps.add(tx, held, still));
    }

    private Uni<Void> noticeNew(SqlConnection tx, Held held) {
        return log.arrived(tx, held.service(), held.checked() + 1, Long.MAX_VALUE, NUMBERS)
                .map(arrived ->
                        CheckPolicy.decide(held.checked(), arrived, held.now().minus(settings.patience())))
                .invoke(finding -> warn(held, finding))
                .call(finding -> gaps.add(tx, held, finding.gaps()))
                .chain(finding -> gaps.mark(tx, held, finding.checked()));
    }

    private static void warn(Held held, Finding finding) {
        for (Gap gap : finding.gaps()) {
            LOG.warnf(
                    "Events are missing: service=%s first=%d last=%d missing=%d",
                    held.service(), gap.first(), gap.last(), gap.size());
        }
    }
}
