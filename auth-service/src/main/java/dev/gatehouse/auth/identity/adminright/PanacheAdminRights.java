package dev.gatehouse.auth.identity.adminright;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code admin_right}. */
@ApplicationScoped
class PanacheAdminRights implements PanacheRepositoryBase<AdminRightRow, UUID> {
    private static final int EXPIRED_AT_ONCE = 100;

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

    /** Accounts whose right has expired, the oldest expiry first. */
    Uni<List<UUID>> expired(Instant now) {
        return find("expiresAt <= ?1 order by expiresAt", now)
                .range(0, EXPIRED_AT_ONCE - 1)
                .list()
                .map(rows -> rows.stream().map(row -> row.accountId).toList());
    }

    /** Whether the right has expired; locks its row until the transaction ends. */
    Uni<Boolean> lockExpired(UUID accountId, Instant now) {
        return find("accountId = ?1 and expiresAt <= ?2", accountId, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(rows -> !rows.isEmpty());
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
        row.expiresAt = granted.expiresAt;
        return row;
    }
}
