package dev.gatehouse.notification.address;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class PanacheAddresses implements PanacheRepositoryBase<AddressRow, String> {
    Uni<Void> read(Set<String> ips) {
        return list("ip in ?1", ips).replaceWithVoid();
    }

    Uni<Optional<AddressRow>> find(String ip) {
        return findById(ip).map(Optional::ofNullable);
    }
}
