package dev.gatehouse.auth.identity.adminright;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code admin_right}. */
@ApplicationScoped
class PanacheAdminRights implements PanacheRepositoryBase<AdminRightRow, UUID> {
    Uni<List<AdminRightRow>> of(Collection<UUID> accountIds) {
        return accountIds.isEmpty() ? Uni.createFrom().item(List.of()) : list("accountId in ?1", accountIds);
    }

    /** Inserts the row, or renews the existing one, which keeps its start and its last action. */
    Uni<Void> put(AdminRightRow granted) {
        return findById(granted.accountId)
                .chain(row -> row == null ? persist(granted) : Uni.createFrom().item(renew(row, granted)))
                .call(this::flush)
                .replaceWithVoid();
    }

    Uni<Boolean> remove(UUID accountId) {
        return deleteById(accountId);
    }

    /** Why the account has the right; the caller holds the lock of the account. */
    Uni<Optional<String>> reason(UUID accountId) {
        return findById(accountId).map(row -> Optional.ofNullable(row).map(found -> found.reason));
    }

    /**
     * Stores the time of an action unless a later one is stored: events of several services arrive in no common order.
     */
    Uni<Void> recordAction(UUID accountId, Instant at) {
        return update(
                        "lastActionAt = ?1 where accountId = ?2 and (lastActionAt is null or lastActionAt < ?1)",
                        at,
                        accountId)
                .replaceWithVoid();
    }

    private static AdminRightRow renew(AdminRightRow row, AdminRightRow granted) {
        row.grantedBy = granted.grantedBy;
        row.reason = granted.reason;
        return row;
    }
}
