package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table {@code session} where exactness and round trips count: each change is one conditional statement. */
@ApplicationScoped
class SqlSessions {
    private static final String INSERT = "INSERT INTO session (id, account_id, kind, methods, created_at,"
            + " authenticated_at, last_seen_at, idle_expires_at, expires_at, remember_me, ip, user_agent,"
            + " current_hash, rotations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";
    private static final String SELECT = "SELECT * FROM session WHERE id = ?";
    private static final String LIVE = " WHERE id = ? AND ended_at IS NULL AND idle_expires_at > ?";
    private static final String USED =
            " last_seen_at = ?, idle_expires_at = IF(remember_me, expires_at, LEAST(?, expires_at))";
    /** Assignments run from left to right, so the previous hash is the one that was current. */
    private static final String TURN = " previous_hash = current_hash, current_hash = ?, rotated_at = ?,"
            + " rotated_by = ?, rotations = rotations + 1, ip = ?, user_agent = ?";

    private static final String PRESENTED = " AND kind = ? AND current_hash = ?";
    private static final String ROTATE_USED = "UPDATE session SET" + USED + "," + TURN + LIVE + PRESENTED;
    private static final String ROTATE = "UPDATE session SET" + TURN + LIVE + PRESENTED;
    private static final String TOUCH = "UPDATE session SET" + USED + LIVE;
    private static final String AUTHENTICATE = "UPDATE session SET" + USED + ", authenticated_at = ?" + LIVE;

    private final Pool pool;
    private final SessionTerms terms;

    SqlSessions(Pool pool, SessionTerms terms) {
        this.pool = pool;
        this.terms = terms;
    }

    Uni<Void> insert(SqlConnection transaction, OpenedSession opened) {
        Session session = opened.session();
        Tuple values = Tuple.tuple()
                .addValue(UuidBytes.of(session.id()))
                .addValue(UuidBytes.of(session.accountId()))
                .addString(session.kind().name())
                .addString(String.join(",", session.methods()))
                .addLocalDateTime(UtcTimes.of(session.createdAt()))
                .addLocalDateTime(UtcTimes.of(session.authenticatedAt()))
                .addLocalDateTime(UtcTimes.of(session.lastSeenAt()))
                .addLocalDateTime(UtcTimes.of(session.idleExpiresAt()))
                .addLocalDateTime(UtcTimes.of(session.expiresAt()))
                .addBoolean(session.rememberMe())
                .addString(session.ip())
                .addString(session.userAgent())
                .addValue(hash(opened.refreshToken()));
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /**
     * Rotates if the presented token is the one, and reads how things stand then; both are sent at once. One statement
     * changes the row, so no transaction is needed around it.
     */
    Uni<Optional<Rotation>> rotate(Rotation.Attempt attempt, RefreshToken successor) {
        return pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(turn(connection, attempt, successor), find(connection, successor.sessionId()))
                .with((turned, row) -> row.map(columns -> SqlSessionColumns.rotation(columns, turned))));
    }

    /** Notes that the session is used; false when it is over. */
    Uni<Boolean> touch(UUID id, AccountKind kind, Instant now) {
        Tuple values = used(kind, now).addValue(UuidBytes.of(id)).addLocalDateTime(UtcTimes.of(now));
        return pool.preparedQuery(TOUCH).execute(values).map(rows -> rows.rowCount() == 1);
    }

    /** Notes that the person proved again who they are, and reads the session; empty when it is over. */
    Uni<Optional<Session>> authenticate(SqlConnection transaction, UUID id, AccountKind kind, Instant now) {
        Tuple values = used(kind, now)
                .addLocalDateTime(UtcTimes.of(now))
                .addValue(UuidBytes.of(id))
                .addLocalDateTime(UtcTimes.of(now));
        Uni<Integer> noted =
                transaction.preparedQuery(AUTHENTICATE).execute(values).map(RowSet::rowCount);
        return Uni.combine().all().unis(noted, find(transaction, id)).with((count, row) -> row.filter(any -> count == 1)
                .map(SqlSessionColumns::session));
    }

    private static Uni<Optional<Row>> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(SELECT)
                .execute(Tuple.of(UuidBytes.of(id)))
                .map(SqlSessions::first);
    }

    private Uni<Integer> turn(SqlConnection connection, Rotation.Attempt attempt, RefreshToken successor) {
        boolean counts = terms.counts(attempt.kind(), attempt.use());
        Tuple values = (counts ? used(attempt.kind(), attempt.at()) : Tuple.tuple())
                .addValue(hash(successor))
                .addLocalDateTime(UtcTimes.of(attempt.at()))
                .addValue(Buffer.buffer(attempt.client().digest().bytes()))
                .addString(attempt.client().ip())
                .addString(attempt.client().userAgent())
                .addValue(UuidBytes.of(successor.sessionId()))
                .addLocalDateTime(UtcTimes.of(attempt.at()))
                .addString(attempt.kind().name())
                .addValue(hash(attempt.token()));
        return connection
                .preparedQuery(counts ? ROTATE_USED : ROTATE)
                .execute(values)
                .map(RowSet::rowCount);
    }

    private Tuple used(AccountKind kind, Instant now) {
        return Tuple.tuple()
                .addLocalDateTime(UtcTimes.of(now))
                .addLocalDateTime(UtcTimes.of(now.plus(terms.idleTimeout(kind))));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static Buffer hash(RefreshToken token) {
        return Buffer.buffer(token.hash().bytes());
    }
}
