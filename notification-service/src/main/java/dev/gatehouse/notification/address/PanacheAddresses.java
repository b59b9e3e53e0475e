package dev.gatehouse.notification.address;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class PanacheAddresses implements PanacheRepositoryBase<AddressRow, String> {
    /* Not a locking read first: where no row is it would lock the gap, and new addresses would wait for each other. */
    private static final String MAKE = "INSERT INTO address (ip, resolved_at, version) VALUES (?1, '1970-01-01', -1)"
            + " ON DUPLICATE KEY UPDATE ip = ip";

    Uni<Optional<AddressRow>> find(String ip) {
        return findById(ip).map(Optional::ofNullable);
    }

    /** The row, held until the end of the transaction; a blank one for an address that was never told of. */
    Uni<AddressRow> held(String ip) {
        return getSession()
                .chain(session ->
                        session.createNativeQuery(MAKE).setParameter(1, ip).executeUpdate())
                .chain(() -> findById(ip, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<Long> deleteOlderThan(Instant limit) {
        return delete("resolvedAt < ?1", limit);
    }
}
