package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.session.lifetime.SessionSettings.RememberMe;
import dev.gatehouse.auth.session.lifetime.SessionTerms.Stored;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The table {@code session_setting}, and the open sessions that follow it. */
@ApplicationScoped
class SqlSessionSettings {
    private static final String COLUMNS = "kind, idle_seconds, lifetime_seconds, remember_allowed, remember_seconds,"
            + " require_activity, recheck_address, max_per_account, warn_seconds, version,"
            + " COALESCE(apply_at <= UTC_TIMESTAMP(3), FALSE) AS due";
    private static final String ALL = "SELECT " + COLUMNS + " FROM session_setting";
    private static final String HOLD = ALL + " WHERE kind = ? FOR UPDATE";

    /** A replica that read the old settings a moment ago may still be opening a session by them. */
    private static final String UPDATE = "UPDATE session_setting SET idle_seconds = ?, lifetime_seconds = ?,"
            + " remember_allowed = ?, remember_seconds = ?, require_activity = ?, recheck_address = ?,"
            + " max_per_account = ?, warn_seconds = ?, version = ?,"
            + " apply_at = UTC_TIMESTAMP(3) + INTERVAL 2 SECOND WHERE kind = ?";

    private static final String TAKE = "UPDATE session_setting SET apply_at = UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE"
            + " WHERE kind = ? AND version = ? AND apply_at <= UTC_TIMESTAMP(3)";
    private static final String DONE = "UPDATE session_setting SET apply_at = NULL WHERE kind = ? AND version = ?";

    private static final String OPEN =
            "SELECT id FROM session WHERE kind = ? AND ended_at IS NULL AND id > ? ORDER BY id LIMIT ?";

    /** Assignments run from left to right. What is past its limits already is not brought back. */
    private static final String ALIGN = "UPDATE session SET remember_me = remember_me AND ?,"
            + " expires_at = created_at + INTERVAL IF(remember_me, ?, ?) SECOND,"
            + " idle_expires_at = IF(remember_me, expires_at, LEAST(last_seen_at + INTERVAL ? SECOND, expires_at))"
            + " WHERE ended_at IS NULL AND idle_expires_at > UTC_TIMESTAMP(3) AND id IN (";

    private static final String SURPLUS = "SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY account_id"
            + " ORDER BY id DESC) AS place FROM session WHERE kind = ? AND ended_at IS NULL) AS ranked"
            + " WHERE place > ? LIMIT ?";

    private final Pool pool;
    private final Transactions transactions;

    SqlSessionSettings(Pool pool, Transactions transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    /** Those of each kind of account. */
    Uni<Map<AccountKind, Stored>> all() {
        return pool.preparedQuery(ALL).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(
                        row -> AccountKind.valueOf(row.getString("kind")), SqlSessionSettings::stored)));
    }

    /** Keeps others from changing them until the transaction ends. */
    Uni<Stored> hold(SqlConnection tx, AccountKind kind) {
        return tx.preparedQuery(HOLD)
                .execute(Tuple.of(kind.name()))
                .map(rows -> stored(rows.iterator().next()));
    }

    /** Stores settings that are held; open sessions follow. */
    Uni<Void> store(SqlConnection tx, AccountKind kind, SessionSettings settings, long version) {
        return tx.preparedQuery(UPDATE)
                .execute(Tuple.from(new Object[] {
                    settings.idleTimeout().toSeconds(),
                    settings.maxLifetime().toSeconds(),
                    settings.rememberMe().allowed(),
                    settings.rememberMe().lifetime().toSeconds(),
                    settings.requireActivity(),
                    settings.recheckAddress(),
                    settings.maxPerAccount(),
                    settings.warnBefore().toSeconds(),
                    version,
                    kind.name()
                }))
                .replaceWithVoid();
    }

    /** Takes over to bring open sessions into line; false when another replica does. Ends by itself in a minute. */
    Uni<Boolean> take(AccountKind kind, long version) {
        return pool.preparedQuery(TAKE).execute(Tuple.of(kind.name(), version)).map(rows -> rows.rowCount() == 1);
    }

    /** Open sessions are in line with this version. */
    Uni<Void> done(AccountKind kind, long version) {
        return pool.preparedQuery(DONE).execute(Tuple.of(kind.name(), version)).replaceWithVoid();
    }

    /**
     * Brings open sessions into line with these settings: so many of those after this id; a statement of its own.
     *
     * @return the last one of them; empty when there is none
     */
    Uni<Optional<UUID>> align(AccountKind kind, SessionSettings settings, UUID after, int most) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(kind.name(), UuidBytes.of(after), most))
                .map(SqlSessionSettings::ids)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(Optional.<UUID>empty())
                        : transactions
                                .runStatement(connection -> align(connection, settings, ids))
                                .replaceWith(Optional.of(ids.getLast())));
    }

    private static Uni<Void> align(SqlConnection connection, SessionSettings settings, List<UUID> ids) {
        Tuple values = Tuple.tuple()
                .addBoolean(settings.rememberMe().allowed())
                .addLong(settings.rememberMe().lifetime().toSeconds())
                .addLong(settings.maxLifetime().toSeconds())
                .addLong(settings.idleTimeout().toSeconds());
        ids.forEach(id -> values.addValue(UuidBytes.of(id)));
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return connection.preparedQuery(ALIGN + places + ")").execute(values).replaceWithVoid();
    }

    /** Open sessions that their accounts have beyond the newest ones; at most so many. */
    Uni<List<UUID>> surplus(AccountKind kind, int newest, int most) {
        return pool.preparedQuery(SURPLUS)
                .execute(Tuple.of(kind.name(), newest, most))
                .map(SqlSessionSettings::ids);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> UuidBytes.from(row.getBuffer("id").getDelegate()))
                .toList();
    }

    private static Stored stored(Row row) {
        SessionSettings settings = new SessionSettings(
                seconds(row, "idle_seconds"),
                seconds(row, "lifetime_seconds"),
                new RememberMe(row.getBoolean("remember_allowed"), seconds(row, "remember_seconds")),
                row.getBoolean("require_activity"),
                row.getBoolean("recheck_address"),
                row.getInteger("max_per_account"),
                seconds(row, "warn_seconds"));
        return new Stored(settings, row.getLong("version"), row.getBoolean("due"));
    }

    private static Duration seconds(Row row, String column) {
        return Duration.ofSeconds(row.getLong(column));
    }
}
