package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.Rotation;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.chassis.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The two looks at the database that a refresh takes. */
@ApplicationScoped
class RefreshRecords {
    private final Transactions transactions;
    private final Sessions sessions;
    private final SessionAccounts accounts;

    RefreshRecords(Transactions transactions, Sessions sessions, SessionAccounts accounts) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    Uni<Optional<Rotation>> rotate(Rotation.Attempt attempt, RefreshToken successor) {
        return sessions.rotate(attempt, successor);
    }

    Uni<Optional<SessionAccount>> account(Session session) {
        return transactions.read(() -> accounts.of(session.accountId()));
    }
}
