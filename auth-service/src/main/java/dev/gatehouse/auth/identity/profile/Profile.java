package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Shows and edits one's own account. */
@ApplicationScoped
class Profile {
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Transactions transactions;

    Profile(Accounts accounts, AccountChanges changes, Transactions transactions) {
        this.accounts = accounts;
        this.changes = changes;
        this.transactions = transactions;
    }

    Uni<Optional<Account>> of(UUID accountId) {
        return transactions.read(() -> accounts.byId(accountId));
    }

    Uni<AccountOutcome> edit(UUID accountId, long expected, AccountChanges.Edit edit, Origin origin) {
        return transactions.run(() -> changes.edit(accountId, expected, edit, origin));
    }
}
