package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.credential.password.TraitsSeal;
import dev.gatehouse.auth.login.iptrust.Trust;
import dev.gatehouse.auth.login.iptrust.Trusts;
import dev.gatehouse.auth.login.limit.LoginLimits;
import dev.gatehouse.auth.login.password.LoginCommand.TypedEmail;
import dev.gatehouse.auth.login.password.LoginPolicy.Account;
import dev.gatehouse.auth.login.password.LoginPolicy.Password;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.chassis.database.UtcTimes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads accounts for a login, through the view {@code login_account}. */
@ApplicationScoped
class SqlLoginAccounts {
    private static final String BY_EMAIL =
            "SELECT id, kind, admin, status, password_change, sessions_from, display_name, phc, pepper_key_id, traits,"
                    + " password_set_at"
                    + " FROM login_account WHERE email_key = ?";

    private final Pool pool;
    private final Trusts trusts;
    private final LoginLimits limits;
    private final TraitsSeal seal;

    SqlLoginAccounts(Pool pool, Trusts trusts, LoginLimits limits, TraitsSeal seal) {
        this.pool = pool;
        this.trusts = trusts;
        this.limits = limits;
        this.seal = seal;
    }

    /**
     * An account, from where it may log in, and the failed logins that limit the attempt, read at one moment; without
     * an account when none has the address.
     */
    record Found(Optional<Account> account, Trust trust, LoginLimits.Reading limits) {
        /** The hash to check against; absent when there is none. */
        @Nullable
        StoredPassword stored() {
            return account.flatMap(Account::password).map(Password::hash).orElse(null);
        }
    }

    /** Reads for a login; the same three statements are sent at once, with or without an account. */
    Uni<Found> find(LoginCommand command) {
        TypedEmail email = command.email();
        return pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(
                        byEmail(connection, email.key()),
                        trusts.of(connection, email.key()),
                        limits.read(connection, command.audience(), command.client(), email.normalised()))
                .with(Found::new));
    }

    private Uni<Optional<Account>> byEmail(SqlConnection connection, String emailKey) {
        return connection.preparedQuery(BY_EMAIL).execute(Tuple.of(emailKey)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .map(this::account));
    }

    private Account account(Row row) {
        Session.Account account = SessionAccounts.account(row);
        return new Account(account, row.getString("display_name"), password(account.id(), row));
    }

    private @Nullable Password password(UUID accountId, Row row) {
        String phc = row.getString("phc");
        LocalDateTime setAt = row.getLocalDateTime("password_set_at");
        if (phc == null || setAt == null) {
            return null;
        }
        var traits = row.getBuffer("traits");
        return new Password(
                new StoredPassword(phc, row.getString("pepper_key_id")),
                UtcTimes.from(setAt),
                seal.open(accountId, traits == null ? null : traits.getBytes()));
    }
}
