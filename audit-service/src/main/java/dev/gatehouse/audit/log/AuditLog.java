package dev.gatehouse.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Appends to the log and reads it; there is no way to change it. */
@ApplicationScoped
public class AuditLog {
    private final SqlLog rows;

    AuditLog(SqlLog rows) {
        this.rows = rows;
    }

    /**
     * Adds the events that are not there yet, in their order, and answers with what was added. Expects a transaction
     * and holds the head of the log until it ends, so what else it does MUST be short.
     */
    public Uni<List<Entry>> append(SqlConnection tx, List<AuditEvent> events) {
        return rows.holdHead(tx).chain(head -> appendAt(head, tx, events));
    }

    /** The entries with these indexes; what is not there is left out. */
    public Uni<Map<Long, Entry>> read(Collection<Long> indexes) {
        return indexes.isEmpty() ? Uni.createFrom().item(Map.of()) : rows.at(List.copyOf(indexes));
    }

    /** The entry of this event. */
    public Uni<Optional<Entry>> find(UUID eventId) {
        return rows.find(eventId);
    }

    /** Every service that an event came from. */
    public Uni<List<String>> services() {
        return rows.services();
    }

    /**
     * Numbers of a service that are in the log, ascending, at most {@code limit} of them from {@code first} to
     * {@code last}.
     */
    public Uni<List<Arrived>> arrived(SqlConnection tx, String service, long first, long last, int limit) {
        return rows.arrived(tx, service, first, last, limit);
    }

    private Uni<List<Entry>> appendAt(Head head, SqlConnection tx, List<AuditEvent> events) {
        return rows.known(tx, events).map(known -> head.place(events, known)).call(entries -> write(head, tx, entries));
    }

    private Uni<Void> write(Head head, SqlConnection tx, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rows.insert(tx, entries).chain(() -> rows.moveHead(tx, head, entries.size()));
    }
}
