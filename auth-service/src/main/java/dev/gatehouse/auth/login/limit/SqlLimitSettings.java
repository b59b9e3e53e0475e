package dev.gatehouse.auth.login.limit;

import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The table {@code login_limit_setting}. Every attempt reads it, so a change counts at once in every replica. */
@ApplicationScoped
class SqlLimitSettings {
    /** What {@link #settings(Row)} reads. */
    static final String COLUMNS = "enabled, account_failures, account_window_seconds, account_lock_seconds,"
            + " address_failures, address_window_seconds, address_lock_seconds, version";

    private static final String READ = "SELECT " + COLUMNS + " FROM login_limit_setting WHERE kind = ?";
    private static final String UPDATE = "UPDATE login_limit_setting SET enabled = ?, account_failures = ?,"
            + " account_window_seconds = ?, account_lock_seconds = ?, address_failures = ?, address_window_seconds = ?,"
            + " address_lock_seconds = ?, version = ? WHERE kind = ?";

    private final Pool pool;

    SqlLimitSettings(Pool pool) {
        this.pool = pool;
    }

    Uni<LimitSettings> current(AccountKind kind) {
        return pool.withConnection(connection -> read(connection, kind, READ));
    }

    /** Keeps others from changing them until the transaction ends. */
    Uni<LimitSettings> hold(SqlConnection tx, AccountKind kind) {
        return read(tx, kind, READ + " FOR UPDATE");
    }

    Uni<Void> store(SqlConnection tx, AccountKind kind, LimitSettings settings) {
        return tx.preparedQuery(UPDATE)
                .execute(Tuple.from(new Object[] {
                    settings.enabled(),
                    settings.perAccount().failures(),
                    settings.perAccount().window().toSeconds(),
                    settings.perAccount().lock().toSeconds(),
                    settings.perAddress().failures(),
                    settings.perAddress().window().toSeconds(),
                    settings.perAddress().lock().toSeconds(),
                    settings.version(),
                    kind.name()
                }))
                .replaceWithVoid();
    }

    private static Uni<LimitSettings> read(SqlConnection connection, AccountKind kind, String sql) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(kind.name()))
                .map(rows -> settings(rows.iterator().next()));
    }

    /** The settings in a row with the {@link #COLUMNS}. */
    static LimitSettings settings(Row row) {
        return new LimitSettings(
                row.getBoolean("enabled"), rule(row, "account"), rule(row, "address"), row.getLong("version"));
    }

    /** The settings in a row with the {@link #COLUMNS} and {@code campaign_since}, as an attempt meets them. */
    static LimitSettings inForce(Row row) {
        LimitSettings set = settings(row);
        return row.getLocalDateTime("campaign_since") == null ? set : set.tightened();
    }

    private static LimitSettings.Rule rule(Row row, String of) {
        return new LimitSettings.Rule(
                row.getInteger(of + "_failures"),
                Duration.ofSeconds(row.getLong(of + "_window_seconds")),
                Duration.ofSeconds(row.getLong(of + "_lock_seconds")));
    }
}
