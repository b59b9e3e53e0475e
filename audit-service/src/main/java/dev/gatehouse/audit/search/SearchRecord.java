package dev.gatehouse.audit.search;

import dev.gatehouse.audit.searchindex.EventFilter;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AuditSearched;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes down who looked for what: reading the audit log is an event like any other. */
@ApplicationScoped
class SearchRecord {
    private final Transactions transactions;
    private final Events events;

    SearchRecord(Transactions transactions, Events events) {
        this.transactions = transactions;
        this.events = events;
    }

    /** Completes when it is committed; when it cannot be, the search MUST NOT be answered. */
    Uni<Void> write(EventFilter filter, Origin searcher, int results) {
        SecurityEvent<AuditSearched> event = events.event(new AuditSearched(filter.canonical(), results), searcher);
        return transactions.runSql(tx -> events.publish(tx, event));
    }
}
