package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.iptrust.account.AccountErasureListener;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheAddressUses implements PanacheRepositoryBase<AddressUseRow, AddressUseRow.Key>, AccountErasureListener {
    private static final int MAX_LISTED = 100;
    private static final String INSERT =
            "INSERT INTO address_use (ip, account_id, first_used_at, last_used_at) VALUES ";
    /** Events arrive late and in any order. */
    private static final String WIDEN = " ON DUPLICATE KEY UPDATE"
            + " first_used_at = LEAST(first_used_at, VALUES(first_used_at)),"
            + " last_used_at = GREATEST(last_used_at, VALUES(last_used_at))";

    /** That somebody used an address at this time. */
    record Use(String ip, UUID accountId, Instant time) {}

    /** Records these uses, with one statement. */
    Uni<Void> recordUses(Collection<Use> uses) {
        String sql = INSERT + String.join(", ", Collections.nCopies(uses.size(), "(?, ?, ?, ?)")) + WIDEN;
        Object[] values = uses.stream()
                .flatMap(use -> Stream.of(use.ip(), use.accountId(), use.time(), use.time()))
                .toArray();
        return SessionSql.update(sql, values).replaceWithVoid();
    }

    Uni<List<AddressUseRow>> newest(String ip) {
        return find("key.ip = ?1 order by lastUsedAt desc", ip)
                .range(0, MAX_LISTED - 1)
                .list();
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return delete("key.accountId", accountId).replaceWithVoid();
    }
}
