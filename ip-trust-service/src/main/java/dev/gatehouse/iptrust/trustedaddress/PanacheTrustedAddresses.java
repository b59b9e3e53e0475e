package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheTrustedAddresses implements PanacheRepositoryBase<TrustedAddressRow, UUID> {
    private static final int BATCH = 200;
    private static final String INSERT_IF_ABSENT =
            "INSERT INTO trusted_address (id, account_id, network, ip, trusted_at, trusted_until, ended_at, version)"
                    + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0) ON DUPLICATE KEY UPDATE version = version";
    private static final String ACTIVE_NETWORKS =
            "select id, accountId, network from TrustedAddressRow where accountId in ?1 and endedAt is null";

    /**
     * The row of this account and network, locked until the end of the transaction; this one, which has ended, where
     * there is none. The insert comes first: a locking read of an absent row locks the gap, and two transactions that
     * then insert into it are a deadlock.
     */
    Uni<TrustedAddressRow> locked(TrustedAddressRow blank) {
        return getSession()
                .chain(session -> session.createNativeQuery(INSERT_IF_ABSENT)
                        .setParameter(1, UuidBytes.bytes(blank.id))
                        .setParameter(2, UuidBytes.bytes(blank.accountId))
                        .setParameter(3, blank.network)
                        .setParameter(4, blank.ip)
                        .setParameter(5, UtcTimes.of(blank.trustedAt))
                        .setParameter(6, UtcTimes.of(blank.trustedUntil))
                        .setParameter(7, UtcTimes.of(blank.trustedAt))
                        .executeUpdate())
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
                        : update(session, used).replaceWithVoid()));
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

    private static Uni<Integer> update(Mutiny.Session session, Map<UUID, AddressUse> used) {
        String times = "CASE id" + " WHEN ? THEN CAST(? AS DATETIME(3))".repeat(used.size()) + " END";
        String sql = "UPDATE trusted_address SET first_used_at = LEAST(COALESCE(first_used_at, " + times + "), " + times
                + "), last_used_at = GREATEST(COALESCE(last_used_at, " + times + "), " + times + ") WHERE id IN ("
                + String.join(", ", Collections.nCopies(used.size(), "?")) + ") AND ended_at IS NULL";
        List<Object> firsts = new ArrayList<>();
        List<Object> lasts = new ArrayList<>();
        List<Object> ids = new ArrayList<>();
        used.forEach((id, use) -> {
            Collections.addAll(firsts, UuidBytes.bytes(id), UtcTimes.of(use.first()));
            Collections.addAll(lasts, UuidBytes.bytes(id), UtcTimes.of(use.last()));
            ids.add(UuidBytes.bytes(id));
        });
        Mutiny.Query<Object> query = session.createNativeQuery(sql);
        int index = 0;
        for (Object value : Stream.of(firsts, firsts, lasts, lasts, ids)
                .flatMap(List::stream)
                .toList()) {
            index++;
            query = query.setParameter(index, value);
        }
        return query.executeUpdate();
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
