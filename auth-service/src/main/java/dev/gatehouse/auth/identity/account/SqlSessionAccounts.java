package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Implements the port of the session area on the table {@code account}. */
@ApplicationScoped
class SqlSessionAccounts implements SessionAccounts {
    private static final String NOTE_LOGIN =
            "UPDATE account SET last_login_at = ? WHERE id = ? AND status = '" + AccountStatus.ACTIVE.name() + "'";

    private final PanacheAccounts store;

    SqlSessionAccounts(PanacheAccounts store) {
        this.store = store;
    }

    @Override
    public Uni<Optional<SessionAccount>> of(UUID accountId) {
        return store.byKey(accountId).map(row -> row.map(SqlSessionAccounts::sessionAccount));
    }

    /** The client reports rows found, not rows changed, so a second login in the same millisecond counts as well. */
    @Override
    public Uni<Boolean> signedIn(SqlConnection transaction, UUID accountId, Instant at) {
        return transaction
                .preparedQuery(NOTE_LOGIN)
                .execute(Tuple.of(UtcTimes.of(at), UuidBytes.of(accountId)))
                .map(result -> result.rowCount() == 1);
    }

    private static SessionAccount sessionAccount(AccountRow row) {
        return new SessionAccount(row.id, row.kind, row.admin, row.status);
    }
}
