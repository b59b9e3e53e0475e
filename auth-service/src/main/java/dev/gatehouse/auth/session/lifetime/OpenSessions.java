package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.session.lifetime.Session.Rotation;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.RefreshTokens;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.event.SessionEnd;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads and uses open sessions: the rows of the table {@code session}. A method that takes a connection joins the
 * transaction on it; each of the others is a statement of its own. Each change is one conditional statement. The clock
 * of the database decides what is over and what is late, because the clocks of replicas differ.
 */
@ApplicationScoped
public class OpenSessions {
    private static final String INSERT = "INSERT INTO session (id, account_id, kind, methods, created_at,"
            + " authenticated_at, last_seen_at, idle_expires_at, expires_at, remember_me, ip, user_agent,"
            + " current_hash, rotations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";
    private static final String SELECT = "SELECT s.*, UTC_TIMESTAMP(3) AS read_at FROM session s WHERE id = ?";
    private static final String OF_ACCOUNT =
            "SELECT * FROM session WHERE account_id = ? AND ended_at IS NULL AND idle_expires_at > UTC_TIMESTAMP(3)";
    private static final String OF_AGENTS = "SELECT s.id, s.account_id, a.admin, s.ip FROM session s"
            + " JOIN session_account a ON a.id = s.account_id WHERE s.ended_at IS NULL AND s.kind = 'AGENT'";
    private static final String OLDEST = "SELECT id FROM session WHERE account_id = ? AND ended_at IS NULL AND id <> ?"
            + " ORDER BY id DESC LIMIT ? OFFSET ?";
    private static final String END =
            "UPDATE session SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL";
    private static final String NEWEST_FIRST = " ORDER BY id DESC LIMIT ?";
    private static final String LIVE = " WHERE id = ? AND ended_at IS NULL AND idle_expires_at > UTC_TIMESTAMP(3)";
    private static final String USED = " last_seen_at = UTC_TIMESTAMP(3), idle_expires_at ="
            + " IF(remember_me, expires_at, LEAST(UTC_TIMESTAMP(3) + INTERVAL ? SECOND, expires_at))";
    /** Assignments run from left to right, so the previous hash is the one that was current. */
    private static final String TURN = " previous_hash = current_hash, current_hash = ?, rotated_at = UTC_TIMESTAMP(3),"
            + " rotations = rotations + 1, ip = ?, user_agent = ?";

    private static final String PRESENTED = " AND kind = ? AND current_hash = ?";
    private static final String ROTATE_USED = "UPDATE session SET" + USED + "," + TURN + LIVE + PRESENTED;
    private static final String ROTATE = "UPDATE session SET" + TURN + LIVE + PRESENTED;
    private static final String TOUCH = "UPDATE session SET" + USED + LIVE;
    private static final String AUTHENTICATE =
            "UPDATE session SET" + USED + ", authenticated_at = UTC_TIMESTAMP(3)" + LIVE;

    private final Pool pool;
    private final SessionTerms terms;
    private final RefreshTokens tokens;

    OpenSessions(Pool pool, SessionTerms terms, RefreshTokens tokens) {
        this.pool = pool;
        this.terms = terms;
        this.tokens = tokens;
    }

    /** An open session of an agent: of whom, and from where it was used last. */
    public record OfAgent(UUID id, UUID accountId, boolean admin, String ip) {}

    Uni<Void> insert(SqlConnection transaction, Session.Opened opened) {
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
     * Rotates the refresh token if the presented one is current and its session is open, and reads the session after
     * it; both are sent at once. One statement changes the row, so no transaction is needed around it. Empty when there
     * is no such session; a forged token does not reach the database.
     */
    public Uni<Optional<Rotation>> rotate(Rotation.Attempt attempt) {
        if (!tokens.isGenuine(attempt.token())) {
            return Uni.createFrom().item(Optional.empty());
        }
        RefreshToken successor = tokens.successor(attempt.token());
        return pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(turn(connection, attempt, successor), find(connection, successor.sessionId()))
                .with((turned, row) -> row.map(columns -> rotation(columns, turned == 1, successor))));
    }

    /**
     * The session of this refresh token, which stays as it is; empty unless the token is the current one of an open
     * session of this kind.
     */
    public Uni<Optional<Session>> presented(Rotation.Attempt attempt) {
        RefreshToken token = attempt.token();
        return pool.withConnection(connection -> find(connection, token.sessionId()))
                .map(row -> row.map(columns -> rotation(columns, false, token))
                        .filter(found -> found.session().kind() == attempt.kind()
                                && found.end().isEmpty()
                                && !found.session().lapsed(found.times().readAt())
                                && token.hash().equals(found.hashes().current()))
                        .map(Rotation::session));
    }

    /** Records that a person uses the session; false when it is over. */
    public Uni<Boolean> used(UUID id, AccountKind kind) {
        Tuple values = idleTimeout(kind).addValue(UuidBytes.of(id));
        return pool.preparedQuery(TOUCH).execute(values).map(rows -> rows.rowCount() == 1);
    }

    /** Records that the person authenticated again, and reads the session; empty when it is over. */
    public Uni<Optional<Session>> authenticated(SqlConnection transaction, UUID id, AccountKind kind) {
        Tuple values = idleTimeout(kind).addValue(UuidBytes.of(id));
        return transaction
                .preparedQuery(AUTHENTICATE)
                .execute(values)
                .chain(noted -> noted.rowCount() == 1
                        ? find(transaction, id)
                        : Uni.createFrom().item(Optional.<Row>empty()))
                .map(row -> row.map(this::session));
    }

    /** Open sessions of an account, newest first, after the one with this id. */
    public Uni<List<Session>> live(UUID accountId, Optional<UUID> after, int limit) {
        Tuple values = Tuple.tuple().addValue(UuidBytes.of(accountId));
        after.ifPresent(id -> values.addValue(UuidBytes.of(id)));
        String sql = OF_ACCOUNT + (after.isPresent() ? " AND id < ?" : "") + NEWEST_FIRST;
        return pool.preparedQuery(sql).execute(values.addInteger(limit)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(this::session)
                .toList());
    }

    /** Open sessions of the account of this one that are not among the newest, this one included; at most so many. */
    Uni<List<UUID>> oldest(SqlConnection transaction, Session session, int newest, int atMost) {
        return transaction
                .preparedQuery(OLDEST)
                .execute(Tuple.of(UuidBytes.of(session.accountId()), UuidBytes.of(session.id()), atMost, newest - 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> UuidBytes.from(row.getBuffer("id").getDelegate()))
                        .toList());
    }

    /** Ends a session; false when it was over. */
    Uni<Boolean> end(SqlConnection transaction, UUID id, SessionEnd why, Instant now) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(UtcTimes.of(now), why.name(), UuidBytes.of(id)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** All open sessions of agents. */
    public Uni<List<OfAgent>> ofAgents() {
        return pool.preparedQuery(OF_AGENTS).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new OfAgent(
                        UuidBytes.from(row.getBuffer("id").getDelegate()),
                        UuidBytes.from(row.getBuffer("account_id").getDelegate()),
                        row.getBoolean("admin"),
                        row.getString("ip")))
                .toList());
    }

    private static Uni<Optional<Row>> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(SELECT)
                .execute(Tuple.of(UuidBytes.of(id)))
                .map(OpenSessions::first);
    }

    private Uni<Integer> turn(SqlConnection connection, Rotation.Attempt attempt, RefreshToken successor) {
        boolean counts = counts(attempt);
        Tuple values = (counts ? idleTimeout(attempt.kind()) : Tuple.tuple())
                .addValue(hash(successor))
                .addString(attempt.client().ip())
                .addString(attempt.client().userAgent())
                .addValue(UuidBytes.of(successor.sessionId()))
                .addString(attempt.kind().name())
                .addValue(hash(attempt.token()));
        return connection
                .preparedQuery(counts ? ROTATE_USED : ROTATE)
                .execute(values)
                .map(RowSet::rowCount);
    }

    private Tuple idleTimeout(AccountKind kind) {
        return Tuple.of(terms.of(kind).idleTimeout().toSeconds());
    }

    /** Whether a refresh counts as use of the session. */
    private boolean counts(Rotation.Attempt attempt) {
        return attempt.active() || !terms.of(attempt.kind()).requireActivity();
    }

    private Session session(Row row) {
        AccountKind kind = AccountKind.valueOf(row.getString("kind"));
        return new Session(
                UuidBytes.from(row.getBuffer("id").getDelegate()),
                UuidBytes.from(row.getBuffer("account_id").getDelegate()),
                kind,
                List.of(row.getString("methods").split(",", -1)),
                time(row, "created_at"),
                time(row, "authenticated_at"),
                time(row, "last_seen_at"),
                time(row, "idle_expires_at"),
                time(row, "expires_at"),
                terms.of(kind).warnAt(time(row, "idle_expires_at"), time(row, "last_seen_at")),
                row.getBoolean("remember_me"),
                row.getString("ip"),
                row.getString("user_agent"));
    }

    private Rotation rotation(Row row, boolean done, RefreshToken successor) {
        byte[] previous = bytes(row, "previous_hash");
        Rotation.Hashes hashes = new Rotation.Hashes(
                RefreshToken.Hash.stored(row.getBuffer("current_hash").getBytes()),
                previous == null ? null : RefreshToken.Hash.stored(previous),
                row.getInteger("rotations"));
        String end = row.getString("end_reason");
        return new Rotation(
                session(row),
                done,
                successor,
                hashes,
                new Rotation.Times(UtcTimes.fromNullable(row.getLocalDateTime("rotated_at")), time(row, "read_at")),
                end == null ? null : SessionEnd.valueOf(end));
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        var value = row.getBuffer(column);
        return value == null ? null : value.getBytes();
    }

    private static Instant time(Row row, String column) {
        return UtcTimes.from(row.getLocalDateTime(column));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static Buffer hash(RefreshToken token) {
        return Buffer.buffer(token.hash().bytes());
    }
}
