package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.database.UuidBytes;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class PanacheFailureWindows implements PanacheRepositoryBase<FailureWindowRow, UUID> {
    /* Not a locking read first: where no row is it would lock the gap, and other accounts would wait. */
    private static final String MAKE = "INSERT INTO failed_login_window (account_id, notification_id, started_at)"
            + " VALUES (?1, ?1, '1970-01-01') ON DUPLICATE KEY UPDATE account_id = account_id";

    /** The account's window, held until the end of the transaction; one that is long over when there was none. */
    Uni<FailureWindowRow> held(UUID accountId) {
        return getSession()
                .chain(session -> session.createNativeQuery(MAKE)
                        .setParameter(1, UuidBytes.bytes(accountId))
                        .executeUpdate())
                .chain(() -> findById(accountId, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<Void> forget(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }

    Uni<Long> deleteStartedBefore(Instant limit) {
        return delete("startedAt < ?1", limit);
    }
}
