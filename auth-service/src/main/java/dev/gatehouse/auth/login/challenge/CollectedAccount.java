package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.chassis.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The account of a waiting sign-in as it is now, not as it was when the sign-in began. */
@ApplicationScoped
class CollectedAccount {
    private final Transactions transactions;
    private final SessionAccounts accounts;

    CollectedAccount(Transactions transactions, SessionAccounts accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    Uni<Optional<SessionAccount>> of(UUID accountId) {
        return transactions.read(() -> accounts.of(accountId));
    }
}
