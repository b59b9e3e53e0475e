package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.database.connection.SessionDefaults;
import dev.gatehouse.chassis.messaging.relay.OutboxHead.Numbering;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.mysqlclient.MySQLConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.mysqlclient.MySQLConnectOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The one connection of a relay: it holds the lock, and every statement of the relay goes over it. */
final class RelayConnection {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);
    /** A dead holder's lock is free at the latest then; a living one asks for rows every two seconds. */
    private static final String FORGET_THE_DEAD = "SET SESSION wait_timeout = 30";
    /** No gap locks, so that numbering and deleting never stand in the way of those who insert. */
    private static final String LOCK_ROWS_ONLY = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

    private static final String URGENT = "topic = '" + Topic.REVOCATIONS.topicName() + "'";
    private static final int LONGEST_LOCK_NAME = 64;
    private static final String LEADER = "gatehouse.outbox.";
    private static final String STAND_BY = "gatehouse.standby.";
    private static final int COUNTED_AT_MOST = 10_000;

    /** The second is taken once only, because a lock is free when it was released as often as it was taken. */
    private static final String LOCK = "SELECT GET_LOCK(?, 0), IF(IS_USED_LOCK(?) IS NULL, GET_LOCK(?, 0), 0)";
    /** A row that is none, where another relay stands by: asking costs no statement of its own. */
    private static final long SOMEBODY_STANDS_BY = -1;

    private static final String SELECT = "SELECT " + OutboxRow.COLUMNS + " FROM outbox WHERE ";

    private final MySQLConnection connection;
    private final String lock;
    private final String standByLock;

    private RelayConnection(MySQLConnection connection, String schema) {
        this.connection = connection;
        this.lock = named(LEADER, schema);
        this.standByLock = named(STAND_BY, schema);
    }

    static Uni<RelayConnection> open(Vertx vertx, MySQLConnectOptions options) {
        return open(vertx, options, options.getDatabase());
    }

    /** With the locks of this schema. */
    static Uni<RelayConnection> open(Vertx vertx, MySQLConnectOptions options, String schema) {
        return MySQLConnection.connect(vertx, options)
                .map(connection -> new RelayConnection(connection, schema))
                .call(opened -> opened.prepare().onFailure().call(opened::closeAnyway));
    }

    /** Of the schema; servers know no name of more than 64 characters. */
    static String lockName(String schema) {
        return named(LEADER, schema);
    }

    private static String named(String prefix, String schema) {
        String name = prefix + schema;
        return name.length() <= LONGEST_LOCK_NAME
                ? name
                : prefix + UUID.nameUUIDFromBytes(schema.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * True if this connection leads from now on. Otherwise it stands by, and holds the lock that says so unless another
     * does: then {@link Pending#isAlone} is false for the leader.
     */
    Uni<Boolean> tryLock() {
        return inTime(connection.preparedQuery(LOCK).execute(Tuple.of(lock, standByLock, standByLock)))
                .map(rows -> rows.iterator().next())
                .map(locked -> Long.valueOf(1).equals(locked.getLong(0)))
                .call(leads -> leads
                        ? ask("DO RELEASE_LOCK('" + standByLock + "')")
                        : Uni.createFrom().voidItem());
    }

    Uni<OutboxHead> head() {
        return ask("SELECT last_batch, last_sequence, in_flight FROM outbox_head WHERE id = 1")
                .map(rows -> rows.iterator().next())
                .map(row -> new OutboxHead(
                        row.getLong("last_batch"), row.getLong("last_sequence"), row.getString("in_flight")));
    }

    /** The rows with these ids, as far as they are there. */
    Uni<List<OutboxRow>> rows(Collection<Long> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : rows(SELECT + "id IN (" + list(ids) + ")");
    }

    /**
     * Other rows that are committed and visible, in any order of ids: urgent ones first, without those under way and
     * those behind obstacles.
     */
    Uni<Pending> next(int limit, Collection<Long> underWay, Obstacles obstacles) {
        String others = (underWay.isEmpty() ? "" : " AND id NOT IN (" + list(underWay) + ")")
                + (obstacles.isEmpty() ? "" : " AND NOT (" + obstacles.condition() + ")")
                + " ORDER BY id LIMIT " + limit;
        return ask("(" + SELECT + URGENT + others + ") UNION ALL (" + SELECT + "NOT " + URGENT + others
                        + ") UNION ALL (SELECT " + SOMEBODY_STANDS_BY + ", NULL, NULL, NULL, NULL, NULL, NULL, NULL"
                        + " FROM DUAL WHERE IS_USED_LOCK('" + standByLock + "') IS NOT NULL)")
                .map(RelayConnection::pending);
    }

    /**
     * What there is to publish.
     *
     * @param isAlone whether no other relay stands by, so that nobody else commits messages here
     */
    record Pending(List<OutboxRow> rows, boolean isAlone) {}

    private static Pending pending(RowSet<Row> found) {
        List<OutboxRow> rows = new ArrayList<>();
        boolean isAlone = true;
        for (Row row : found) {
            if (row.getLong("id") == SOMEBODY_STANDS_BY) {
                isAlone = false;
            } else {
                rows.add(OutboxRow.of(row));
            }
        }
        return new Pending(rows, isAlone);
    }

    /** Notices that the connection, and so the lock, is lost. */
    Uni<Void> ping() {
        return ask("DO 0").replaceWithVoid();
    }

    /** Makes the numbers durable; fails if another relay has given numbers since. */
    Uni<Void> commit(Numbering numbering) {
        String sql =
                "UPDATE outbox_head SET last_batch = ?, last_sequence = ?, in_flight = ? WHERE id = 1 AND last_batch = ?";
        OutboxHead after = numbering.after();
        Tuple values = Tuple.of(
                after.lastBatch(),
                after.lastSequence(),
                after.inFlight(),
                numbering.before().lastBatch());
        return inTime(connection.preparedQuery(sql).execute(values))
                .invoke(RelayConnection::mustHaveMoved)
                .replaceWithVoid();
    }

    Uni<Void> delete(Collection<Long> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : ask("DELETE FROM outbox WHERE id IN (" + list(ids) + ")").replaceWithVoid();
    }

    /** Moves a row aside that the broker refuses for good. */
    Uni<Void> setAside(OutboxRow row, String reason) {
        String sql = "INSERT INTO outbox_refused (" + OutboxRow.COLUMNS + ", refused_at, reason)"
                + " SELECT id, ?, topic, message_key, key_hash, headers, payload, created_at, UTC_TIMESTAMP(3), ?"
                + " FROM outbox WHERE id = ?";
        return inTime(connection.begin())
                .call(transaction ->
                        inTime(connection.preparedQuery(sql).execute(Tuple.of(row.sequence(), reason, row.id()))))
                .call(transaction -> delete(List.of(row.id())))
                .chain(transaction -> inTime(transaction.commit()));
    }

    /** How many rows there are; ten thousand stand for more. */
    Uni<Long> count() {
        return ask("SELECT COUNT(*) FROM (SELECT 1 FROM outbox LIMIT " + COUNTED_AT_MOST + ") AS counted")
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * Gives up the lock with the connection. The farewell goes behind a statement that is under way: one that is never
     * answered is not waited for: fails then, and the server frees the lock by itself.
     */
    Uni<Void> close() {
        return connection.close().ifNoItem().after(LONGEST_FAREWELL).fail();
    }

    private Uni<Void> prepare() {
        return Multi.createFrom()
                .iterable(SessionDefaults.statements())
                .onItem()
                .transformToUniAndConcatenate(this::ask)
                .onItem()
                .ignoreAsUni()
                .chain(() -> ask(FORGET_THE_DEAD))
                .chain(() -> ask(LOCK_ROWS_ONLY))
                .replaceWithVoid();
    }

    private Uni<Void> closeAnyway() {
        return close().onFailure().recoverWithNull();
    }

    private static void mustHaveMoved(RowSet<Row> result) {
        if (result.rowCount() != 1) {
            throw new IllegalStateException("Another relay has given numbers");
        }
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
