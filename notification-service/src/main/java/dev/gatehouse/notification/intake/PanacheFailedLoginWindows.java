package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.database.SessionSql;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class PanacheFailedLoginWindows implements PanacheRepositoryBase<FailedLoginWindowRow, UUID> {
    /* Insert before the locking read: a locking read of an absent row locks the gap, and other accounts would wait. */
    private static final String INSERT_IF_ABSENT =
            "INSERT INTO failed_login_window (account_id, notification_id, started_at, total_scheduled)"
                    + " VALUES (?, ?, '1970-01-01', FALSE) ON DUPLICATE KEY UPDATE account_id = account_id";

    /** The account's window, locked until the end of the transaction; an expired one when there was none. */
    Uni<FailedLoginWindowRow> locked(UUID accountId) {
        return SessionSql.update(INSERT_IF_ABSENT, accountId, accountId)
                .chain(() -> findById(accountId, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<Void> deleteOf(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }
}
