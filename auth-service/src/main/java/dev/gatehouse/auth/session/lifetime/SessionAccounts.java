package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The accounts as sessions see them, read and written through the view {@code session_account}. The row of an account
 * is never deleted.
 */
@ApplicationScoped
public class SessionAccounts {
    private static final String FIND =
            "SELECT id, kind, admin, status, password_change, sessions_from FROM session_account WHERE id = ?";
    private static final String NOTE_LOGIN = "UPDATE session_account SET last_login_at = ? WHERE id = ?"
            + " AND status = 'ACTIVE' AND password_change IS NULL AND admin = ?"
            + " AND sessions_from <=> ?";
    private static final String LAST_CUT = "SELECT sessions_from FROM session_account WHERE id = ? FOR UPDATE";
    private static final String CUT = "UPDATE session_account SET sessions_from = ? WHERE id = ?";

    private final Pool pool;

    SessionAccounts(Pool pool) {
        this.pool = pool;
    }

    /** The account as it is now; a statement of its own. */
    public Uni<Optional<Session.Account>> find(UUID accountId) {
        return read(pool.preparedQuery(FIND), accountId);
    }

    /** The account, which stays as it is until the transaction ends. */
    public Uni<Optional<Session.Account>> hold(SqlConnection transaction, UUID accountId) {
        return read(transaction.preparedQuery(FIND + " LOCK IN SHARE MODE"), accountId);
    }

    private static Uni<Optional<Session.Account>> read(PreparedQuery<RowSet<Row>> query, UUID accountId) {
        return query.execute(Tuple.of(UuidBytes.of(accountId)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(SessionAccounts::account));
    }

    /**
     * Writes the time of a login to the account and holds its row until the transaction ends, so that nothing that its
     * tokens say can change while the session is being opened. Fails with {@link NotActive} unless the account is
     * active, need not have a new password first, has the admin right exactly if the session says so, and its sessions
     * were not ended at once since it was read for this one. No clock decides that: each such ending changes the value.
     */
    Uni<Void> noteLogin(SqlConnection transaction, Session.Opened opened) {
        Session session = opened.session();
        // The client reports rows found, not rows changed: a second login in the same millisecond counts as well.
        return transaction
                .preparedQuery(NOTE_LOGIN)
                .execute(Tuple.of(
                        UtcTimes.of(session.createdAt()),
                        UuidBytes.of(session.accountId()),
                        opened.account().admin(),
                        UtcTimes.ofNullable(opened.account().sessionsFrom())))
                .chain(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new NotActive()));
    }

    /**
     * Until when all sessions of the account were ended at once; empty if they never were. Its row is locked until the
     * transaction of the current session ends: what opens a session waits for that, or that for it.
     */
    Uni<Optional<Instant>> lockLastCut(UUID accountId) {
        return SessionSql.select(LAST_CUT, accountId).map(rows -> rows.stream()
                .findFirst()
                .map(row -> (LocalDateTime) row[0])
                .map(UtcTimes::from));
    }

    /**
     * Refuses sessions of the account that begin before this, also those that are being opened elsewhere. Joins the
     * transaction of the current session.
     */
    Uni<Void> cut(UUID accountId, Instant from) {
        return SessionSql.update(CUT, from, accountId).replaceWithVoid();
    }

    /** The account in a row of this view, or of a wider one. */
    public static Session.Account account(Row row) {
        return new Session.Account(
                UuidBytes.from(row.getBuffer("id").getDelegate()),
                AccountKind.valueOf(row.getString("kind")),
                row.getBoolean("admin"),
                AccountStatus.valueOf(row.getString("status")),
                reason(row.getString("password_change")),
                UtcTimes.fromNullable(row.getLocalDateTime("sessions_from")));
    }

    private static @Nullable PasswordChangeReason reason(@Nullable String name) {
        return name == null ? null : PasswordChangeReason.valueOf(name);
    }

    /** The account changed while a session of it was being opened. Rolls the transaction back. */
    public static final class NotActive extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotActive() {
            super("The account changed since the login was decided", null, false, false);
        }
    }
}
