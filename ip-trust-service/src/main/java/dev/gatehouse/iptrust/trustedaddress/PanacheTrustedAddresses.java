package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.database.SessionSql;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheTrustedAddresses implements PanacheRepositoryBase<TrustedAddressRow, UUID> {
    private static final int BATCH = 200;
    private static final String INSERT_IF_ABSENT =
            "INSERT INTO trusted_address (id, account_id, network, ip, trusted_at, trusted_until, ended_at, version)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON DUPLICATE KEY UPDATE version = version";
    private static final String ACTIVE_NETWORKS =
            "select id, accountId, network from TrustedAddressRow where accountId in ?1 and endedAt is null";

    /**
     * The row of this account and network, locked until the end of the transaction; this one, which has ended, where
     * there is none. The insert comes first: a locking read of an absent row locks the gap, and two transactions that
     * then insert into it are a deadlock.
     */
    Uni<TrustedAddressRow> locked(TrustedAddressRow blank) {
        return SessionSql.update(
                        INSERT_IF_ABSENT,
                        blank.id,
                        blank.accountId,
                        blank.network,
                        blank.ip,
                        blank.trustedAt,
                        blank.trustedUntil,
                        blank.trustedAt)
                .chain(() -> find("accountId = ?1 and network = ?2", blank.accountId, blank.network)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .singleResult());
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

    /** Records these uses on the active rows that cover them; events arrive late and in any order. */
    Uni<Void> recordUses(Collection<AddressUse> uses) {
        List<UUID> accounts =
                uses.stream().map(use -> use.user().accountId()).distinct().toList();
        return getSession().chain(session -> session.createSelectionQuery(ACTIVE_NETWORKS, Object[].class)
                .setParameter(1, accounts)
                .getResultList()
                .map(rows -> used(rows, uses))
                .chain(used -> used.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : update(used).replaceWithVoid()));
    }

    private static Map<UUID, AddressUse> used(List<Object[]> rows, Collection<AddressUse> uses) {
        Map<UUID, AddressUse> used = new TreeMap<>();
        for (Object[] row : rows) {
            uses.stream()
                    .filter(use -> use.isCoveredBy((UUID) row[1], (String) row[2]))
                    .forEach(use -> used.merge((UUID) row[0], use, AddressUse::and));
        }
        return used;
    }

    private static Uni<Integer> update(Map<UUID, AddressUse> used) {
        String times = "CASE id" + " WHEN ? THEN CAST(? AS DATETIME(3))".repeat(used.size()) + " END";
        String sql = "UPDATE trusted_address SET first_used_at = LEAST(COALESCE(first_used_at, " + times + "), " + times
                + "), last_used_at = GREATEST(COALESCE(last_used_at, " + times + "), " + times + ") WHERE id IN ("
                + String.join(", ", Collections.nCopies(used.size(), "?")) + ") AND ended_at IS NULL";
        List<Object> firsts = new ArrayList<>();
        List<Object> lasts = new ArrayList<>();
        List<Object> ids = new ArrayList<>();
        used.forEach((id, use) -> {
            Collections.addAll(firsts, id, use.first());
            Collections.addAll(lasts, id, use.last());
            ids.add(id);
        });
        return SessionSql.update(
                sql,
                Stream.of(firsts, firsts, lasts, lasts, ids)
                        .flatMap(List::stream)
                        .toList());
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
