package dev.gatehouse.notification.account;

import dev.gatehouse.chassis.database.UuidBytes;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheAccounts implements PanacheRepositoryBase<AccountRow, UUID> {
    /* Not a locking read first: where no row is it would lock the gap, and new accounts would wait for each other. */
    private static final String MAKE =
            "INSERT INTO account (id, status, version) VALUES (?1, 'ERASED', -1) ON DUPLICATE KEY UPDATE id = id";

    Uni<Optional<AccountRow>> present(UUID id) {
        return findById(id).map(Optional::ofNullable).map(row -> row.filter(AccountRow::isPresent));
    }

    /* A locking read: InnoDB locks the gap where the row would be (REPEATABLE READ, the default). */
    Uni<Optional<AccountRow>> presentOrHeldOff(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_READ)
                .map(Optional::ofNullable)
                .map(row -> row.filter(AccountRow::isPresent));
    }

    /** The row, held until the end of the transaction; a blank one for an account that was never told of. */
    Uni<AccountRow> held(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery(MAKE)
                        .setParameter(1, UuidBytes.bytes(id))
                        .executeUpdate())
                .chain(() -> findById(id, LockModeType.PESSIMISTIC_WRITE));
    }
}
