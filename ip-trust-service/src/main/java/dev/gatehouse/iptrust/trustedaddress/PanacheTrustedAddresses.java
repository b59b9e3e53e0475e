package dev.gatehouse.iptrust.trustedaddress;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheTrustedAddresses implements PanacheRepositoryBase<TrustedAddressRow, UUID> {
    private static final int BATCH = 200;

    Uni<@Nullable TrustedAddressRow> lock(UUID accountId, String network) {
        return find("accountId = ?1 and network = ?2", accountId, network)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<@Nullable TrustedAddressRow> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /** Oldest first, locked until the transaction ends. */
    Uni<List<TrustedAddressRow>> lockActive(UUID accountId) {
        return find("accountId = ?1 and endedAt is null order by trustedAt, id", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Records a use of those of these networks that the account trusts; events arrive late and in any order. */
    Uni<Void> recordUse(UUID accountId, List<String> networks, Instant time) {
        return update(
                        "firstUsedAt = least(coalesce(firstUsedAt, ?1), ?1),"
                                + " lastUsedAt = greatest(coalesce(lastUsedAt, ?1), ?1)"
                                + " where accountId = ?2 and network in ?3 and endedAt is null",
                        time,
                        accountId,
                        networks)
                .replaceWithVoid();
    }

    Uni<List<TrustedAddressRow>> lockOverdue(Instant now) {
        return find("endedAt is null and trustedUntil <= ?1 order by trustedUntil", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, BATCH - 1)
                .list();
    }

    Uni<List<TrustedAddressRow>> page(Optional<UUID> accountId, Optional<UUID> before, int limit) {
        String ofAccount = accountId.isPresent() ? " and accountId = :account" : "";
        String further = before.isPresent() ? " and id < :before" : "";
        Map<String, Object> parameters = new HashMap<>();
        accountId.ifPresent(id -> parameters.put("account", id));
        before.ifPresent(id -> parameters.put("before", id));
        return find("endedAt is null" + ofAccount + further + " order by id desc", parameters)
                .range(0, limit - 1)
                .list();
    }
}
