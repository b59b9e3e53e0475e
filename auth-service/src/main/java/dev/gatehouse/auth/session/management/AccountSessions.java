package dev.gatehouse.auth.session.management;

import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends what an account has, on behalf of an administrator. */
@ApplicationScoped
class AccountSessions {
    private final Transactions transactions;
    private final Sessions sessions;
    private final SessionAccounts accounts;

    AccountSessions(Transactions transactions, Sessions sessions, SessionAccounts accounts) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** False when there is no such account. */
    Uni<Boolean> endAll(UUID accountId, Origin by) {
        return transactions.run(() -> accounts.of(accountId)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : sessions.endAll(accountId, SessionEnd.ENDED_BY_ADMIN, by)
                                .replaceWith(true)));
    }
}
