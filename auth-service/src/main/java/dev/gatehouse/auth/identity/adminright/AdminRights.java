package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.account.AdminRightChange;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
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
    private static final String EXPIRED = "expired";

    private final Accounts accounts;
    private final AccountChanges changes;
    private final PanacheAdminRights store;
    private final PanacheAdminRightUses uses;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration useWindow;

    AdminRights(
            Accounts accounts,
            AccountChanges changes,
            PanacheAdminRights store,
            PanacheAdminRightUses uses,
            Transactions transactions,
            InstantSource clock,
            AdminRightConfig config) {
        this.accounts = accounts;
        this.changes = changes;
        this.store = store;
        this.uses = uses;
        this.transactions = transactions;
        this.clock = clock;
        this.useWindow = config.useWindow();
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
                changes.grantAdmin(accountId, expected, change(accountId, grant.reason(), grant.expiresAt()), origin)
                        .call(outcome -> done(outcome) ? store.put(row(accountId, grant, origin)) : nothing());
            case AdminRightCommand.Withdraw withdraw ->
                changes.withdrawAdmin(accountId, expected, change(accountId, withdraw.reason(), null), origin)
                        .call(outcome -> done(outcome) ? store.remove(accountId) : nothing());
        });
    }

    /** Withdraws a right whose end has come; one that was renewed meanwhile stays. */
    Uni<AccountOutcome> expire(UUID accountId) {
        return transactions.run(
                () -> changes.expireAdmin(accountId, clock.instant(), change(accountId, EXPIRED, null), Origin.SYSTEM)
                        .call(outcome -> withdrawn(outcome) ? store.remove(accountId) : nothing()));
    }

    private AdminRightChange change(UUID accountId, String reason, @Nullable Instant until) {
        return new AdminRightChange(reason, until, () -> store.reason(accountId));
    }

    private static boolean withdrawn(AccountOutcome outcome) {
        return outcome instanceof AccountOutcome.Done done && !done.account().admin();
    }

    /** One page of the administrators, the newest account first. */
    Uni<Page<Administrator>> list(PageRequest request) {
        return transactions.read(() -> accounts.search(new Accounts.Filter(null, true, null, null), request)
                .chain(this::complete));
    }

    private Uni<Page<Administrator>> complete(Page<Account> page) {
        List<UUID> ids = page.items().stream().map(Account::id).toList();
        return store.of(ids).chain(rights -> uses.of(ids, clock.instant().minus(useWindow))
                .map(used -> administrators(page, rights, used)));
    }

    private static Page<Administrator> administrators(
            Page<Account> page, List<AdminRightRow> rights, List<AdminRightUseRow> used) {
        Map<UUID, AdminRightRow> byAccount =
                rights.stream().collect(Collectors.toMap(right -> right.accountId, Function.identity()));
        List<Administrator> administrators = page.items().stream()
                .map(account -> new Administrator(
                        account,
                        byAccount.get(account.id()),
                        used.stream()
                                .filter(use -> use.key.accountId.equals(account.id()))
                                .toList()))
                .toList();
        return new Page<>(administrators, page.nextCursor());
    }

    private AdminRightRow row(UUID accountId, AdminRightCommand.Grant grant, Origin origin) {
        AdminRightRow row = new AdminRightRow(accountId, clock.instant());
        row.grantedBy = origin.actor().id();
        row.reason = grant.reason();
        return row;
    }

    private static boolean done(AccountOutcome outcome) {
        return outcome instanceof AccountOutcome.Done;
    }

    private static Uni<?> nothing() {
        return Uni.createFrom().voidItem();
    }

    /**
     * An administrator.
     *
     * @param right absent where no row says why
     * @param uses what of the right was used within the window, in the order of the actions
     */
    record Administrator(Account account, @Nullable AdminRightRow right, List<AdminRightUseRow> uses) {}
}
