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
    Uni<Void> want(String ip, Instant now, Duration goodFor) {
        return findById(ip)
                .onItem()
                .ifNull()
                .switchTo(() -> persist(AddressRow.wanted(ip, now)))
                .invoke(row -> row.want(now, goodFor))
                .replaceWithVoid();
    }

    Uni<List<AddressRow>> owed(int most) {
        return find("owed = true order by wantedAt").range(0, most - 1).list();
    }

    Uni<List<AddressRow>> among(Collection<String> ips) {
        return ips.isEmpty() ? Uni.createFrom().item(List.of()) : list("ip in ?1", ips);
    }

    Uni<Long> deleteWantedBefore(Instant time) {
        return delete("wantedAt < ?1", time);
    }
}
