package dev.gatehouse.auth.profile;

import dev.gatehouse.auth.account.Account;
import dev.gatehouse.auth.account.AccountChanges;
import dev.gatehouse.auth.account.AccountOutcome;
import dev.gatehouse.auth.account.Accounts;
import dev.gatehouse.chassis.origin.Origin;
import dev.gatehouse.chassis.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Shows and edits one's own account. */
@Singleton
final class Profile {
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Transactions transactions;

    @Inject
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
