package dev.gatehouse.auth.ownsession;

import dev.gatehouse.auth.session.SessionAccounts;
import dev.gatehouse.auth.session.Sessions;
import dev.gatehouse.chassis.origin.Origin;
import dev.gatehouse.chassis.outbox.Transactions;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Ends what an account has, on behalf of an administrator. */
@Singleton
final class AccountSessions {
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
