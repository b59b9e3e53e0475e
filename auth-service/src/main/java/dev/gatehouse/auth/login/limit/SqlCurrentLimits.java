package dev.gatehouse.auth.login.limit;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.event.LoginLimit;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The locks in the table {@code login_limit}, as administrators see and lift them. */
@ApplicationScoped
class SqlCurrentLimits {
    private static final String COLUMNS = "SELECT id, limited_by, account_id, network, failures, blocked_until"
            + " FROM login_limit WHERE kind = ? AND blocked_until > ?";
    private static final String PAGE = COLUMNS + " AND (blocked_until, id) > (?, ?) ORDER BY blocked_until, id LIMIT ?";
    private static final String ONE = COLUMNS + " AND id = ? FOR UPDATE";
    private static final String LIFT = "UPDATE login_limit SET failures = 0, blocked_until = NULL WHERE id = ?";
    private static final String UNLOCK =
            "UPDATE login_limit SET failures = 0, blocked_until = NULL WHERE account_id = ? AND failures > 0";

    private final Pool pool;

    SqlCurrentLimits(Pool pool) {
        this.pool = pool;
    }

    /** A lock that lasts. */
    record Lock(
            UUID id,
            LoginLimit limit,
            @Nullable UUID accountId,
            @Nullable String network,
            int failures,
            Instant until) {}

    /** The locks that end after this one, the first to end first. */
    Uni<List<Lock>> page(AccountKind kind, Instant now, Position after, int limit) {
        Tuple values =
                Tuple.of(kind.name(), UtcTimes.of(now), UtcTimes.of(after.until()), UuidBytes.of(after.id()), limit);
        return pool.preparedQuery(PAGE).execute(values).map(SqlCurrentLimits::locks);
    }

    /** One lock, held until the transaction ends. */
    Uni<Optional<Lock>> hold(SqlConnection tx, AccountKind kind, UUID id, Instant now) {
        return tx.preparedQuery(ONE)
                .execute(Tuple.of(kind.name(), UtcTimes.of(now), UuidBytes.of(id)))
                .map(rows -> locks(rows).stream().findFirst());
    }

    Uni<Void> lift(SqlConnection tx, UUID id) {
        return tx.preparedQuery(LIFT).execute(Tuple.of(UuidBytes.of(id))).replaceWithVoid();
    }

    /** Forgets all failures of an account; answers how many counters had some. */
    Uni<Integer> unlock(SqlConnection tx, UUID accountId) {
        return tx.preparedQuery(UNLOCK)
                .execute(Tuple.of(UuidBytes.of(accountId)))
                .map(rows -> rows.rowCount());
    }

    private static List<Lock> locks(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(SqlCurrentLimits::lock)
                .toList();
    }

    private static Lock lock(Row row) {
        return new Lock(
                Objects.requireNonNull(uuid(row, "id")),
                LoginLimit.valueOf(row.getString("limited_by")),
                uuid(row, "account_id"),
                row.getString("network"),
                row.getInteger("failures"),
                UtcTimes.from(row.getLocalDateTime("blocked_until")));
    }

    private static @Nullable UUID uuid(Row row, String column) {
        var bytes = row.getBuffer(column);
        return bytes == null ? null : UuidBytes.from(bytes.getDelegate());
    }

    /** The place of a lock in the list. */
    record Position(Instant until, UUID id) {
        static final Position FIRST = new Position(Instant.EPOCH, new UUID(0, 0));
    }
}
