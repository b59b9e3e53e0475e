package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.login.iptrust.SqlTrusts;
import dev.gatehouse.auth.login.password.SignInAccount.Password;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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

/** Reads accounts for signing in. */
@ApplicationScoped
public class SqlSignInAccounts {
    private static final String BY_EMAIL = "SELECT id, kind, admin, status, phc, pepper_key_id, password_set_at"
            + " FROM sign_in_account WHERE email_key = ?";
    private static final String UNCHANGED =
            "SELECT 1 FROM sign_in_account WHERE id = ? AND status = 'ACTIVE' AND password_set_at = ?";

    private final Pool pool;
    private final SqlTrusts trusts;

    SqlSignInAccounts(Pool pool, SqlTrusts trusts) {
        this.pool = pool;
        this.trusts = trusts;
    }

    /**
     * What is known of this normalised e-mail address: three statements sent at once, whether or not there is an
     * account.
     */
    public Uni<SignInFacts> facts(String emailKey) {
        return pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(byEmail(connection, emailKey), trusts.of(connection, emailKey))
                .with(SignInFacts::new));
    }

    private static Uni<Optional<SignInAccount>> byEmail(SqlConnection connection, String emailKey) {
        return connection
                .preparedQuery(BY_EMAIL)
                .execute(Tuple.of(emailKey))
                .map(SqlSignInAccounts::first)
                .map(row -> row.map(SqlSignInAccounts::account));
    }

    /**
     * Completes when the account is active and still has the password of that time, and fails with {@link Changed} if
     * not; the transaction's own statement on the account MUST come before it, so that the answer holds until the
     * commit.
     */
    public Uni<Void> requireUnchanged(SqlConnection transaction, UUID accountId, Instant passwordSetAt) {
        return transaction
                .preparedQuery(UNCHANGED)
                .execute(Tuple.of(UuidBytes.of(accountId), UtcTimes.of(passwordSetAt)))
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new Changed()));
    }

    /** The account changed while a sign-in was under way; rolls the transaction back. */
    public static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Changed() {
            super("The account changed since its password was proven", null, false, false);
        }
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static SignInAccount account(Row row) {
        SessionAccount account = new SessionAccount(
                UuidBytes.from(row.getBuffer("id").getDelegate()),
                AccountKind.valueOf(row.getString("kind")),
                row.getBoolean("admin"),
                AccountStatus.valueOf(row.getString("status")));
        return new SignInAccount(account, password(row));
    }

    private static @Nullable Password password(Row row) {
        String phc = row.getString("phc");
        LocalDateTime setAt = row.getLocalDateTime("password_set_at");
        return phc == null || setAt == null
                ? null
                : new Password(new StoredPassword(phc, row.getString("pepper_key_id")), UtcTimes.from(setAt));
    }
}
