package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AdminRightGranted;
import dev.gatehouse.contracts.event.AdminRightWithdrawn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Grants, withdraws and lists admin rights. Each method is one transaction, or joins that of its caller. */
@ApplicationScoped
public class AdminRights {
    private final Accounts accounts;
    private final AccountChanges changes;
    private final PanacheAdminRights store;
    private final Transactions transactions;
    private final InstantSource clock;

    AdminRights(
            Accounts accounts,
            AccountChanges changes,
            PanacheAdminRights store,
            Transactions transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Grants the right without an end. */
    public Uni<AccountOutcome> grant(UUID accountId, String reason, Origin origin) {
        return change(accountId, Optional.empty(), new AdminRightCommand.Grant(reason, null), origin);
    }

    /**
     * Grants the right, or replaces its reason and end; or withdraws it, which changes nothing on an account without
     * it.
     *
     * @param expected the versions of the account that the client may change, if the request has a precondition
     */
    Uni<AccountOutcome> change(UUID accountId, Optional<IfMatch> expected, AdminRightCommand command, Origin origin) {
        return transactions.run(() -> switch (command) {
            case AdminRightCommand.Grant grant ->
                changes.grantAdmin(
                                accountId, expected, new AdminRightGranted(grant.reason(), grant.expiresAt()), origin)
                        .call(outcome -> done(outcome) ? store.put(row(accountId, grant, origin)) : nothing());
            case AdminRightCommand.Withdraw withdraw ->
                changes.withdrawAdmin(accountId, expected, new AdminRightWithdrawn(withdraw.reason()), origin)
                        .call(outcome -> done(outcome) ? store.remove(accountId) : nothing());
        });
    }

    /** One page of the administrators, the newest account first. */
    Uni<Page<Administrator>> list(PageRequest request) {
        return transactions.read(() -> accounts.search(new Accounts.Filter(null, true, null, null), request)
                .chain(page -> store.of(page.items().stream().map(Account::id).toList())
                        .map(rights -> administrators(page, rights))));
    }

    private static Page<Administrator> administrators(Page<Account> page, List<AdminRightRow> rights) {
        Map<UUID, AdminRightRow> byAccount =
                rights.stream().collect(Collectors.toMap(right -> right.accountId, Function.identity()));
        List<Administrator> administrators = page.items().stream()
                .map(account -> new Administrator(account, byAccount.get(account.id())))
                .toList();
        return new Page<>(administrators, page.nextCursor());
    }

    private AdminRightRow row(UUID accountId, AdminRightCommand.Grant grant, Origin origin) {
        AdminRightRow row = new AdminRightRow(accountId, clock.instant());
        row.grantedBy = origin.actor().id();
        row.reason = grant.reason();
        row.expiresAt = grant.expiresAt();
        return row;
    }

    private static boolean done(AccountOutcome outcome) {
        return outcome instanceof AccountOutcome.Done;
    }

    private static Uni<?> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** An administrator; the reason and the end of the right are absent where no row says them. */
    record Administrator(Account account, @Nullable AdminRightRow right) {}
}
