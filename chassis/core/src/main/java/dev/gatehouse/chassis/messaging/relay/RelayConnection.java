package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.relay.OutboxHead.Numbering;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.mysqlclient.MySQLConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.mysqlclient.MySQLConnectOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The one connection of a relay: it holds the lock, and every statement of the relay goes over it. */
final class RelayConnection {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);
    /** A dead holder's lock is free at the latest then; a living one asks for rows every 50 ms. */
    private static final String FORGET_THE_DEAD = "SET SESSION wait_timeout = 30";
    /** No gap locks, so that numbering and deleting never stand in the way of those who insert. */
    private static final String LOCK_ROWS_ONLY = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

    private static final String UNNUMBERED =
            "SELECT " + OutboxRow.COLUMNS + " FROM outbox WHERE batch IS NULL ORDER BY id LIMIT ";
    private static final String NUMBERED =
            "SELECT " + OutboxRow.COLUMNS + " FROM outbox WHERE batch IS NOT NULL ORDER BY batch, id LIMIT ";

    private final MySQLConnection connection;
    private final String lock;

    private RelayConnection(MySQLConnection connection, String schema) {
        this.connection = connection;
        this.lock = "gatehouse.outbox." + schema;
    }

    static Uni<RelayConnection> open(Vertx vertx, MySQLConnectOptions options) {
        return inTime(MySQLConnection.connect(vertx, options))
                .map(connection -> new RelayConnection(connection, options.getDatabase()))
                .call(opened -> opened.ask(FORGET_THE_DEAD))
                .call(opened -> opened.ask(LOCK_ROWS_ONLY));
    }

    /** True if this connection holds the lock from now on. */
    Uni<Boolean> tryLock() {
        return inTime(connection.preparedQuery("SELECT GET_LOCK(?, 0)").execute(Tuple.of(lock)))
                .map(rows -> Long.valueOf(1).equals(rows.iterator().next().getLong(0)));
    }

    Uni<OutboxHead> head() {
        return ask("SELECT last_batch, last_sequence FROM outbox_head WHERE id = 1")
                .map(rows -> rows.iterator().next())
                .map(row -> new OutboxHead(row.getLong("last_batch"), row.getLong("last_sequence")));
    }

    /** Rows without a number: all that are committed and visible, in any order of ids. */
    Uni<List<OutboxRow>> unnumbered(int limit) {
        return rows(UNNUMBERED + limit);
    }

    /** Rows that were taken up but not seen to arrive, in the order of publishing. */
    Uni<List<OutboxRow>> numbered(int limit) {
        return rows(NUMBERED + limit);
    }

    /** Makes the numbers durable; fails if another relay has given numbers since. */
    Uni<Void> commit(Numbering numbering) {
        return inTime(connection.begin())
                .call(transaction -> moveHead(numbering))
                .call(transaction -> mark(numbering))
                .chain(transaction -> inTime(transaction.commit()));
    }

    Uni<Void> delete(Collection<Long> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : ask("DELETE FROM outbox WHERE id IN (" + list(ids) + ")").replaceWithVoid();
    }

    Uni<Long> count() {
        return ask("SELECT COUNT(*) FROM outbox")
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * Gives up the lock with the connection. The farewell goes behind a statement that is under way: one that is never
     * answered is not waited for: fails then, and the server frees the lock by itself.
     */
    Uni<Void> close() {
        return connection.close().ifNoItem().after(LONGEST_FAREWELL).fail();
    }

    private Uni<Void> moveHead(Numbering numbering) {
        String sql = "UPDATE outbox_head SET last_batch = ?, last_sequence = ? WHERE id = 1 AND last_batch = ?";
        Tuple values = Tuple.of(
                numbering.after().lastBatch(),
                numbering.after().lastSequence(),
                numbering.before().lastBatch());
        return inTime(connection.preparedQuery(sql).execute(values))
                .invoke(RelayConnection::mustHaveMoved)
                .replaceWithVoid();
    }

    private static void mustHaveMoved(RowSet<Row> result) {
        if (result.rowCount() != 1) {
            throw new IllegalStateException("Another relay has given numbers");
        }
    }

    private Uni<Void> mark(Numbering numbering) {
        List<Long> ids = numbering.rows().stream().map(OutboxRow::id).toList();
        String sql = "UPDATE outbox SET batch = " + numbering.after().lastBatch()
                + ", sequence = " + sequences(numbering.rows())
                + " WHERE id IN (" + list(ids) + ")";
        return ask(sql).replaceWithVoid();
    }

    private static String sequences(List<OutboxRow> rows) {
        String cases = rows.stream()
                .filter(row -> row.sequence() != null)
                .map(row -> " WHEN " + row.id() + " THEN " + row.sequence())
                .collect(Collectors.joining());
        return cases.isEmpty() ? "NULL" : "CASE id" + cases + " END";
    }

    private Uni<List<OutboxRow>> rows(String sql) {
        return ask(sql).map(rows -> rows.stream().map(OutboxRow::of).toList());
    }

    private Uni<RowSet<Row>> ask(String sql) {
        return inTime(connection.query(sql).execute());
    }

    private static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem().after(LONGEST_ANSWER).fail();
    }
}
