package dev.gatehouse.audit.log;

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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The statements of the log, on the plain SQL client: one multi-row INSERT costs what a session would spend on a few
 * rows.
 */
@ApplicationScoped
class SqlLog {
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

    private final Pool pool;

    SqlLog(Pool pool) {
        this.pool = pool;
    }

    Uni<Head> holdHead(SqlConnection tx) {
        return tx.query(HOLD_HEAD)
                .execute()
                .map(RowSet::iterator)
                .map(RowIterator::next)
                .map(SqlLog::head);
    }

    Uni<Void> moveHead(SqlConnection tx, Head head, int added) {
        Tuple arguments = Tuple.of(head.nextIndex() + added, UtcTimes.of(head.now()), head.nextIndex());
        return tx.preparedQuery(MOVE_HEAD)
                .execute(arguments)
                .invoke(SqlLog::requireMoved)
                .replaceWithVoid();
    }

    Uni<Set<UUID>> known(SqlConnection tx, List<AuditEvent> events) {
        String sql = KNOWN + "(" + repeated("?", events.size()) + ")";
        List<Object> ids =
                events.stream().<Object>map(event -> UuidBytes.of(event.id())).toList();
        return tx.preparedQuery(sql).execute(Tuple.from(ids)).map(SqlLog::ids);
    }

    Uni<Void> insert(SqlConnection tx, List<Entry> entries) {
        String sql = INSERT + repeated("(?, ?, ?, ?, ?, ?)", entries.size());
        List<Object> values = new ArrayList<>();
        entries.forEach(entry -> values.addAll(columns(entry)));
        return tx.preparedQuery(sql).execute(Tuple.from(values)).replaceWithVoid();
    }

    Uni<Map<Long, Entry>> at(List<Long> indexes) {
        String sql = ENTRY + "WHERE idx IN (" + repeated("?", indexes.size()) + ")";
        return pool.preparedQuery(sql).execute(Tuple.from(indexes)).map(SqlLog::byIndex);
    }

    Uni<Optional<Entry>> find(UUID eventId) {
        return pool.preparedQuery(ENTRY + "WHERE id = ?")
                .execute(Tuple.of(UuidBytes.of(eventId)))
                .map(rows -> list(rows, SqlLog::entry).stream().findFirst());
    }

    Uni<List<String>> services() {
        return pool.query(SERVICES).execute().map(rows -> list(rows, row -> row.getString("service")));
    }

    Uni<List<Arrived>> arrived(SqlConnection tx, String service, long first, long last, int limit) {
        return tx.preparedQuery(ARRIVED)
                .execute(Tuple.of(service, first, last, limit))
                .map(rows -> list(rows, SqlLog::arrived));
    }

    private static String repeated(String part, int times) {
        return String.join(", ", Collections.nCopies(times, part));
    }

    /** Somebody else moved the head although we held it: better to fail than to give an index twice. */
    private static void requireMoved(RowSet<Row> updated) {
        if (updated.rowCount() != 1) {
            throw new IllegalStateException("The head of the log moved under our lock");
        }
    }

    private static Head head(Row row) {
        return new Head(row.getLong("next_index"), UtcTimes.from(row.getLocalDateTime("received_at")));
    }

    private static Arrived arrived(Row row) {
        return new Arrived(row.getLong("sequence"), UtcTimes.from(row.getLocalDateTime("received_at")));
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getLong("idx"),
                UtcTimes.from(row.getLocalDateTime("received_at")),
                AuditEvents.stored(row.getString("event")));
    }

    private static List<Object> columns(Entry entry) {
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

    private static Map<Long, Entry> byIndex(RowSet<Row> rows) {
        Map<Long, Entry> entries = new HashMap<>();
        rows.forEach(row -> entries.put(row.getLong("idx"), entry(row)));
        return entries;
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> form) {
        List<T> items = new ArrayList<>();
        rows.forEach(row -> items.add(form.apply(row)));
        return items;
    }
}
