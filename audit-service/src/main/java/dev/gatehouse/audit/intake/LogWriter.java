package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.intake.KafkaIntakeRecord.ReadableRecord;
import dev.gatehouse.audit.log.AuditEvent;
import dev.gatehouse.audit.log.AuditLog;
import dev.gatehouse.audit.log.LogEntry;
import dev.gatehouse.audit.searchindex.SearchIndex;
import dev.gatehouse.chassis.database.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Writes events into log and index in one transaction, and waits for a database that is away. */
@ApplicationScoped
class LogWriter {
    private final Transactions transactions;
    private final AuditLog log;
    private final SearchIndex index;
    private final Backoff backoff;
    private final IntakeMeters meters;

    LogWriter(
            Transactions transactions,
            AuditLog log,
            SearchIndex index,
            IntakeConfig config,
            IntakeMeters meters,
            InstantSource clock) {
        this.transactions = transactions;
        this.log = log;
        this.index = index;
        this.backoff = new Backoff("database of the audit log", config, meters, clock);
        this.meters = meters;
    }

    /**
     * What was new and is in the log now. Fails only when the database refuses the data, and then nothing was written.
     */
    Uni<List<LogEntry>> write(List<ReadableRecord> arrivals) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<AuditEvent> events = arrivals.stream().map(ReadableRecord::event).toList();
        return backoff.retryUnless(SqlRefusal::is, transactions.runSql(tx -> append(tx, events)))
                .invoke(added -> meters.appended(events.size(), added));
    }

    private Uni<List<LogEntry>> append(SqlConnection tx, List<AuditEvent> events) {
        return log.append(tx, events).call(entries -> index.add(tx, entries));
    }
}
