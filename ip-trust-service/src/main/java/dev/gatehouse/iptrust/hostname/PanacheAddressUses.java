package dev.gatehouse.iptrust.hostname;

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

    Uni<Void> recordUse(String ip, UUID accountId, Instant time) {
        AddressUseRow.Key key = new AddressUseRow.Key(ip, accountId);
        return findById(key)
                .onItem()
                .ifNull()
                .switchTo(() -> persist(AddressUseRow.of(key, time)))
                .invoke(row -> row.recordUse(time))
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
