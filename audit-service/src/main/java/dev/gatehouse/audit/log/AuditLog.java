package dev.gatehouse.audit.log;

import dev.gatehouse.chassis.database.AwaitsRepair;
import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Appends to the log and reads it; there is no way to change it. The statements go through the plain SQL client: one
 * multi-row INSERT costs what a session would spend on a few rows.
 */
@ApplicationScoped
public class AuditLog {
    private static final String HOLD_HEAD = """
            SELECT next_index, GREATEST(last_received_at, UTC_TIMESTAMP(3)) AS received_at
            FROM log_head WHERE id = 1 FOR UPDATE""";
    private static final String MOVE_HEAD =
            "UPDATE log_head SET next_index = ?, last_received_at = ? WHERE id = 1 AND next_index = ?";
    private static final String KNOWN = "SELECT id FROM log_entry WHERE id IN ";
    private static final String INSERT =
            "INSERT INTO log_entry (idx, id, received_at, service, sequence, event) VALUES ";
    private static final String ENTRY = "SELECT idx, received_at, event FROM log_entry ";
    private static final String SERVICES = "SELECT DISTINCT service FROM log_entry";
    private static final String ARRIVED = """
            SELECT sequence, received_at FROM log_entry
            WHERE service = ? AND sequence BETWEEN ? AND ? ORDER BY sequence LIMIT ?""";

    private static final String LAST_INDEX = "SELECT LEAST(next_index - 1, ?) FROM log_head WHERE id = 1";
    private static final String REPEATED = """
            SELECT DISTINCT later.sequence AS sequence FROM log_entry later JOIN log_entry earlier
            ON earlier.service = later.service AND earlier.sequence = later.sequence AND earlier.idx < later.idx
            WHERE later.service = ? AND later.idx > ? AND later.idx <= ?""";

    /** MySQL says "for key 'log_entry.PRIMARY'", MariaDB "for key 'PRIMARY'". */
    private static final Pattern INDEX_TAKEN = Pattern.compile("for key '(?:log_entry\\.)?PRIMARY'");

    private final Pool pool;

    AuditLog(Pool pool) {
        this.pool = pool;
    }

    /**
     * Adds the events that are not there yet, in their order, and answers with what was added. They are only looked for
     * when the unique key says that one is there. Expects a transaction and holds the head of the log until it ends, so
     * what else it does MUST be short.
     */
    public Uni<List<LogEntry>> append(SqlConnection tx, List<AuditEvent> events) {
        return holdHead(tx).chain(head -> appendAt(head, tx, events));
    }

    /** The entries with these indexes; what is not there is left out. */
    public Uni<Map<Long, LogEntry>> read(Collection<Long> indexes) {
        if (indexes.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String sql = ENTRY + "WHERE idx IN (" + repeated("?", indexes.size()) + ")";
        return pool.preparedQuery(sql).execute(Tuple.from(List.copyOf(indexes))).map(AuditLog::byIndex);
    }

    /** The entry of this event. */
    public Uni<Optional<LogEntry>> find(UUID eventId) {
        return pool.preparedQuery(ENTRY + "WHERE id = ?")
                .execute(Tuple.of(UuidBytes.of(eventId)))
                .map(rows -> list(rows, AuditLog::entry).stream().findFirst());
    }

    /** Every service that an event came from. */
    public Uni<List<String>> services() {
        return pool.query(SERVICES).execute().map(rows -> list(rows, row -> row.getString("service")));
    }

    /**
     * Numbers of a service that are in the log, ascending, at most {@code limit} of them from {@code first} to
     * {@code last}.
     */
    public Uni<List<ReceivedSequence>> arrived(SqlConnection tx, String service, long first, long last, int limit) {
        return tx.preparedQuery(ARRIVED)
                .execute(Tuple.of(service, first, last, limit))
                .map(rows -> list(rows, AuditLog::arrived));
    }

    /** Numbers that two events have. */
    public record Repeated(List<Long> sequences, long upTo) {
        /** Copies. */
        public Repeated {
            sequences = List.copyOf(sequences);
        }
    }

    /**
     * Numbers of a service that an event has after this index although an earlier event had them, and up to which index
     * that is known; it looks at so many entries at most.
     */
    public Uni<Repeated> repeated(SqlConnection tx, String service, long after, int entries) {
        return tx.preparedQuery(LAST_INDEX)
                .execute(Tuple.of(after + entries))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(last -> tx.preparedQuery(REPEATED)
                        .execute(Tuple.of(service, after, last))
                        .map(rows -> new Repeated(list(rows, row -> row.getLong("sequence")), last)));
    }

    private Uni<List<LogEntry>> appendAt(LogHead head, SqlConnection tx, List<AuditEvent> events) {
        return appendNew(head, tx, head.place(events, Set.of()))
                .onFailure(AuditLog::isKnown)
                .recoverWithUni(() -> known(tx, events).chain(known -> appendNew(head, tx, head.place(events, known))));
    }

    private Uni<List<LogEntry>> appendNew(LogHead head, SqlConnection tx, List<LogEntry> entries) {
        return write(head, tx, entries).replaceWith(entries);
    }

    /** One of the events is there already. The refused statement left nothing behind, the transaction goes on. */
    private static boolean isKnown(Throwable failure) {
        return !(failure instanceof AwaitsRepair) && DatabaseFailure.isDuplicate(failure);
    }

    private Uni<Void> write(LogHead head, SqlConnection tx, List<LogEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return insert(tx, entries).chain(() -> moveHead(tx, head, entries.size()));
    }

    private Uni<LogHead> holdHead(SqlConnection tx) {
        return tx.query(HOLD_HEAD)
                .execute()
                .map(RowSet::iterator)
                .map(RowIterator::next)
                .map(AuditLog::head);
    }

    private Uni<Void> moveHead(SqlConnection tx, LogHead head, int added) {
        Tuple arguments = Tuple.of(head.nextIndex() + added, UtcTimes.of(head.now()), head.nextIndex());
        return tx.preparedQuery(MOVE_HEAD)
                .execute(arguments)
                .invoke(AuditLog::requireMoved)
                .replaceWithVoid();
    }

    private Uni<Set<UUID>> known(SqlConnection tx, List<AuditEvent> events) {
        String sql = KNOWN + "(" + repeated("?", events.size()) + ")";
        List<Object> ids =
                events.stream().<Object>map(event -> UuidBytes.of(event.id())).toList();
        return tx.preparedQuery(sql).execute(Tuple.from(ids)).map(AuditLog::ids);
    }

    private Uni<Void> insert(SqlConnection tx, List<LogEntry> entries) {
        String sql = INSERT + repeated("(?, ?, ?, ?, ?, ?)", entries.size());
        List<Object> values = new ArrayList<>();
        entries.forEach(entry -> values.addAll(columns(entry)));
        return tx.preparedQuery(sql)
                .execute(Tuple.from(values))
                .onFailure(AuditLog::isIndexTaken)
                .transform(taken -> new AwaitsRepair("The head of the log is behind its entries", taken))
                .replaceWithVoid();
    }

    /**
     * An event that is there already is the fault of nobody, and found the next time; an index that is taken is not.
     */
    private static boolean isIndexTaken(Throwable failure) {
        return DatabaseFailure.isDuplicate(failure)
                && INDEX_TAKEN.matcher(String.valueOf(failure.getMessage())).find();
    }

    private static String repeated(String part, int times) {
        return String.join(", ", Collections.nCopies(times, part));
    }

    /** The head moved although this transaction holds its lock: fail rather than give an index twice. */
    private static void requireMoved(RowSet<Row> updated) {
        if (updated.rowCount() != 1) {
            throw new AwaitsRepair("The head of the log moved under our lock", null);
        }
    }

    private static LogHead head(Row row) {
        return new LogHead(row.getLong("next_index"), UtcTimes.from(row.getLocalDateTime("received_at")));
    }

    private static ReceivedSequence arrived(Row row) {
        return new ReceivedSequence(row.getLong("sequence"), UtcTimes.from(row.getLocalDateTime("received_at")));
    }

    private static LogEntry entry(Row row) {
        return new LogEntry(
                row.getLong("idx"),
                UtcTimes.from(row.getLocalDateTime("received_at")),
                AuditEvents.stored(row.getString("event")));
    }

    private static List<Object> columns(LogEntry entry) {
        AuditEvent event = entry.event();
        List<Object> columns = new ArrayList<>();
        Collections.addAll(columns, entry.index(), UuidBytes.of(event.id()), UtcTimes.of(entry.receivedAt()));
        Collections.addAll(columns, event.service(), event.sequence(), event.json());
        return columns;
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        return new HashSet<>(
                list(rows, row -> UuidBytes.from(row.getBuffer("id").getDelegate())));
    }

    private static Map<Long, LogEntry> byIndex(RowSet<Row> rows) {
        Map<Long, LogEntry> entries = new HashMap<>();
        rows.forEach(row -> entries.put(row.getLong("idx"), entry(row)));
        return entries;
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> form) {
        List<T> items = new ArrayList<>();
        rows.forEach(row -> items.add(form.apply(row)));
        return items;
    }
}
