package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The accounts as sessions see them, read and written through the view {@code session_account}. The row of an account
 * is never deleted.
 */
@ApplicationScoped
public class SessionAccounts {
    private static final String FIND =
            "SELECT id, kind, admin, status, password_change FROM session_account WHERE id = ?";
    private static final String NOTE_LOGIN =
            "UPDATE session_account SET last_login_at = ? WHERE id = ? AND status = 'ACTIVE' AND password_change IS NULL";

    private final Pool pool;

    SessionAccounts(Pool pool) {
        this.pool = pool;
    }

    /** The account as it is now; a statement of its own. */
    public Uni<Optional<SessionAccount>> find(UUID accountId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(UuidBytes.of(accountId)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(SessionAccounts::account));
    }

    /**
     * Writes the time of a login to the account and holds its row until the transaction ends, so that no session is
     * opened while the account is being disabled. Fails with {@link NotActive} unless the account is active and need
     * not have a new password first.
     */
    Uni<Void> noteLogin(SqlConnection transaction, UUID accountId, Instant at) {
        // The client reports rows found, not rows changed: a second login in the same millisecond counts as well.
        return transaction
                .preparedQuery(NOTE_LOGIN)
                .execute(Tuple.of(UtcTimes.of(at), UuidBytes.of(accountId)))
                .chain(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new NotActive()));
    }

    private static SessionAccount account(Row row) {
        return new SessionAccount(
                UuidBytes.from(row.getBuffer("id").getDelegate()),
                AccountKind.valueOf(row.getString("kind")),
                row.getBoolean("admin"),
                AccountStatus.valueOf(row.getString("status")),
                row.getString("password_change") != null);
    }

    /** The account was closed while a session of it was being opened. Rolls the transaction back. */
    public static final class NotActive extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotActive() {
            super("The account is not active any more", null, false, false);
        }
    }
}
