package dev.gatehouse.notification.account;

import dev.gatehouse.contracts.identity.AccountStatus;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PanacheAccounts implements PanacheRepositoryBase<AccountRow, UUID> {
    Uni<Optional<AccountRow>> present(UUID id) {
        return findById(id).map(Optional::ofNullable).map(row -> row.filter(AccountRow::isPresent));
    }

    Uni<Void> read(Set<UUID> ids) {
        return list("id in ?1", ids).replaceWithVoid();
    }

    Uni<List<AccountRow>> activeAdministrators() {
        return find("admin = true and status = ?1 order by id", AccountStatus.ACTIVE)
                .list();
    }

    /* A locking read: InnoDB locks the gap where the row would be (REPEATABLE READ, the default). */
    Uni<Optional<AccountRow>> presentOrHeldOff(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_READ)
                .map(Optional::ofNullable)
                .map(row -> row.filter(AccountRow::isPresent));
    }
}
