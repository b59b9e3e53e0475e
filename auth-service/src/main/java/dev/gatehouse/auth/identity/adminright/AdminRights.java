package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AdminRightGranted;
import dev.gatehouse.contracts.event.AdminRightWithdrawn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives and takes the right to administer; everything joins the caller's transaction or session. */
@ApplicationScoped
public class AdminRights {
    private final Accounts accounts;
    private final AccountChanges changes;
    private final PanacheAdminRights store;
    private final InstantSource clock;

    AdminRights(Accounts accounts, AccountChanges changes, PanacheAdminRights store, InstantSource clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.store = store;
        this.clock = clock;
    }

    /** Makes the agent administrator, or gives a right they have a new reason and end. */
    public Uni<AccountOutcome> grant(
            UUID accountId, OptionalLong expected, String reason, @Nullable Instant expiresAt, Origin origin) {
        return changes.grantAdmin(accountId, expected, new AdminRightGranted(reason, expiresAt), origin)
                .call(outcome -> whenDone(outcome, () -> store.put(row(accountId, reason, expiresAt, origin))));
    }

    /** Takes the right away; an account without it is left as it is. */
    public Uni<AccountOutcome> withdraw(UUID accountId, OptionalLong expected, String reason, Origin origin) {
        return changes.withdrawAdmin(accountId, expected, new AdminRightWithdrawn(reason), origin)
                .call(outcome -> whenDone(outcome, () -> store.remove(accountId)));
    }

    /** One page of those who have the right, the newest account first. */
    Uni<Page<AdminView>> list(PageRequest request) {
        return accounts.search(new Accounts.Filter(null, true, null, null), request)
                .chain(page -> store.of(page.items().stream().map(Account::id).toList())
                        .map(rights -> views(page, rights)));
    }

    private static Page<AdminView> views(Page<Account> page, List<AdminRightRow> rights) {
        Map<UUID, AdminRightRow> byAccount =
                rights.stream().collect(Collectors.toMap(right -> right.accountId, Function.identity()));
        List<AdminView> views = page.items().stream()
                .map(account -> AdminView.of(account, byAccount.get(account.id())))
                .toList();
        return new Page<>(views, page.nextCursor());
    }

    private AdminRightRow row(UUID accountId, String reason, @Nullable Instant expiresAt, Origin origin) {
        AdminRightRow row = new AdminRightRow(accountId, clock.instant());
        row.grantedBy = origin.actor().id();
        row.reason = reason;
        row.expiresAt = expiresAt;
        return row;
    }

    private static Uni<?> whenDone(AccountOutcome outcome, Supplier<Uni<?>> step) {
        return switch (outcome) {
            case AccountOutcome.Done done -> step.get();
            case AccountOutcome.Refused refused -> Uni.createFrom().voidItem();
        };
    }
}
