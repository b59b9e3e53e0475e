package dev.gatehouse.auth.refresh;

import dev.gatehouse.auth.session.Rotation;
import dev.gatehouse.auth.session.Session;
import dev.gatehouse.auth.session.SessionAccount;
import dev.gatehouse.auth.session.SessionAccounts;
import dev.gatehouse.auth.session.Sessions;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.chassis.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The two looks at the database that a refresh takes. */
@Singleton
final class RefreshRecords {
    private final Pool pool;
    private final Transactions transactions;
    private final Sessions sessions;
    private final SessionAccounts accounts;

    RefreshRecords(Pool pool, Transactions transactions, Sessions sessions, SessionAccounts accounts) {
        this.pool = pool;
        this.transactions = transactions;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** One statement changes the row, so no transaction is needed around it. */
    Uni<Optional<Rotation>> rotate(Rotation.Attempt attempt, RefreshToken successor) {
        return pool.withConnection(connection -> sessions.rotate(connection, attempt, successor));
    }

    Uni<Optional<SessionAccount>> account(Session session) {
        return transactions.read(() -> accounts.of(session.accountId()));
    }
}
