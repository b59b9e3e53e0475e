package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.iptrust.account.AccountErasureListener;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PanacheAddressUses implements PanacheRepositoryBase<AddressUseRow, AddressUseRow.Key>, AccountErasureListener {
    private static final int MAX_LISTED = 100;
    /** Events arrive late and in any order. */
    private static final String RECORD_USE =
            "INSERT INTO address_use (ip, account_id, first_used_at, last_used_at) VALUES (?1, ?2, ?3, ?4)"
                    + " ON DUPLICATE KEY UPDATE first_used_at = LEAST(first_used_at, ?5),"
                    + " last_used_at = GREATEST(last_used_at, ?6)";

    Uni<Void> recordUse(String ip, UUID accountId, Instant time) {
        Object at = UtcTimes.of(time);
        return getSession()
                .chain(session -> session.createNativeQuery(RECORD_USE)
                        .setParameter(1, ip)
                        .setParameter(2, UuidBytes.bytes(accountId))
                        .setParameter(3, at)
                        .setParameter(4, at)
                        .setParameter(5, at)
                        .setParameter(6, at)
                        .executeUpdate())
                .replaceWithVoid();
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
