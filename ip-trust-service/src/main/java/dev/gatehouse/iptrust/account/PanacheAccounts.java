package dev.gatehouse.iptrust.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheAccounts implements PanacheRepositoryBase<AccountRow, UUID> {
    Uni<@Nullable AccountRow> lock(UUID accountId) {
        return find("id", accountId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }
}
