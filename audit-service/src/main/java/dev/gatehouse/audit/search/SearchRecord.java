package dev.gatehouse.audit.search;

import dev.gatehouse.audit.searchindex.EventFilter;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.outbox.EventFactory;
import dev.gatehouse.chassis.messaging.outbox.Messages;
import dev.gatehouse.chassis.messaging.outbox.Outbox;
import dev.gatehouse.chassis.messaging.outbox.OutboxMessage;
import dev.gatehouse.contracts.event.AuditSearched;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes down who looked for what: reading the audit log is an event like any other. */
@ApplicationScoped
class SearchRecord {
    private final Transactions transactions;
    private final Outbox outbox;
    private final Messages messages;
    private final EventFactory events;

    SearchRecord(Transactions transactions, Outbox outbox, Messages messages, EventFactory events) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.messages = messages;
        this.events = events;
    }

    /** Completes when it is committed; when it cannot be, the search MUST NOT be answered. */
    Uni<Void> write(EventFilter filter, Origin searcher, int results) {
        OutboxMessage message = messages.event(event(filter, searcher, results));
        return transactions.runSql(tx -> outbox.add(tx, List.of(message)));
    }

    private SecurityEvent<AuditSearched> event(EventFilter filter, Origin searcher, int results) {
        return searcher.stamp(events.of(new AuditSearched(filter.canonical(), results)));
    }
}
