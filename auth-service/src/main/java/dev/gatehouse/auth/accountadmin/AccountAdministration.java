package dev.gatehouse.auth.accountadmin;

import dev.gatehouse.auth.account.Account;
import dev.gatehouse.auth.account.AccountChanges;
import dev.gatehouse.auth.account.AccountOutcome;
import dev.gatehouse.auth.account.AccountView;
import dev.gatehouse.auth.account.Accounts;
import dev.gatehouse.chassis.origin.Origin;
import dev.gatehouse.chassis.outbox.Transactions;
import dev.gatehouse.chassis.paging.Page;
import dev.gatehouse.chassis.paging.PageRequest;
import dev.gatehouse.chassis.paging.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Searches, edits and erases accounts, each in one transaction. */
@Singleton
final class AccountAdministration {
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Transactions transactions;
    private final Pages pages;

    @Inject
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
