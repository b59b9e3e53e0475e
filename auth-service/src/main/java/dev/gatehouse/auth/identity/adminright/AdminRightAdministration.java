package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.UUID;

/** Grants, withdraws and lists, each in one transaction. */
@ApplicationScoped
class AdminRightAdministration {
    private final AdminRights rights;
    private final Transactions transactions;

    AdminRightAdministration(AdminRights rights, Transactions transactions) {
        this.rights = rights;
        this.transactions = transactions;
    }

    Uni<AccountOutcome> change(UUID id, OptionalLong expected, AdminRightWish wish, Origin origin) {
        return switch (wish) {
            case AdminRightWish.Grant grant ->
                transactions.run(() -> rights.grant(id, expected, grant.reason(), grant.expiresAt(), origin));
            case AdminRightWish.Withdraw withdraw ->
                transactions.run(() -> rights.withdraw(id, expected, withdraw.reason(), origin));
        };
    }

    Uni<Page<AdminView>> list(PageRequest page) {
        return transactions.read(() -> rights.list(page));
    }
}
