package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.AccountView;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Searches, edits and erases accounts, each in one transaction. */
@ApplicationScoped
class AccountAdministration {
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Transactions transactions;
    private final Pages pages;

    AccountAdministration(Accounts accounts, AccountChanges changes, Transactions transactions, Pages pages) {
        this.accounts = accounts;
        this.changes = changes;
        this.transactions = transactions;
        this.pages = pages;
    }

    Uni<Page<AccountView>> search(Accounts.Filter filter, PageRequest request) {
        return transactions.read(() -> accounts.search(filter, request)).map(page -> pages.map(page, AccountView::of));
    }

    Uni<Optional<Account>> find(UUID id) {
        return transactions.read(() -> accounts.byId(id));
    }

    Uni<AccountOutcome> edit(UUID id, long expected, AccountChanges.Edit edit, Origin origin) {
        return transactions.run(() -> changes.edit(id, expected, edit, origin));
    }

    Uni<AccountOutcome> erase(UUID id, Origin origin) {
        return transactions.run(() -> changes.erase(id, origin));
    }
}
