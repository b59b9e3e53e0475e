package dev.gatehouse.audit;

import dev.gatehouse.audit.log.AuditEvent;
import dev.gatehouse.audit.log.AuditLog;
import dev.gatehouse.audit.log.LogEntry;
import dev.gatehouse.audit.searchindex.SearchIndex;
import dev.gatehouse.chassis.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Puts events into the log without the broker. */
@ApplicationScoped
public class LogFixture {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final AuditLog log;
    private final SearchIndex index;

    LogFixture(Transactions transactions, AuditLog log, SearchIndex index) {
        this.transactions = transactions;
        this.log = log;
        this.index = index;
    }

    /** Appends in one transaction and waits for it. */
    public List<LogEntry> put(AuditRecords... records) {
        return append(records).await().atMost(TIMEOUT);
    }

    /** Appends in one transaction once it is subscribed to. */
    public Uni<List<LogEntry>> append(AuditRecords... records) {
        List<AuditEvent> events = Stream.of(records).map(AuditRecords::toEvent).toList();
        return transactions.runSql(tx -> log.append(tx, events).call(entries -> index.add(tx, entries)));
    }
}
