package dev.gatehouse.notification.address;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class PanacheAddresses implements PanacheRepositoryBase<AddressRow, String> {
    Uni<Optional<AddressRow>> find(String ip) {
        return findById(ip).map(Optional::ofNullable);
    }

    /** The row, held until the end of the transaction; a blank one for an address that was never told of. */
    Uni<AddressRow> held(String ip) {
        return findById(ip, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .switchTo(() -> persist(AddressRow.neverTold(ip)));
    }

    Uni<Long> deleteOlderThan(Instant limit) {
        return delete("resolvedAt < ?1", limit);
    }
}
