package dev.gatehouse.iptrust.hostname;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class PanacheAddresses implements PanacheRepositoryBase<AddressRow, String> {
    /** The address, for which a lookup is due now unless its last result is still good. */
    Uni<AddressRow> requestLookup(String ip, Instant now, Duration lifetime) {
        return findById(ip)
                .onItem()
                .ifNull()
                .switchTo(() -> persist(AddressRow.of(ip, now)))
                .invoke(row -> row.requestLookup(now, lifetime));
    }

    Uni<List<AddressRow>> due(int limit) {
        return find("lookupDue = true order by requestedAt").range(0, limit - 1).list();
    }

    Uni<List<AddressRow>> among(Collection<String> ips) {
        return ips.isEmpty() ? Uni.createFrom().item(List.of()) : list("ip in ?1", ips);
    }
}
