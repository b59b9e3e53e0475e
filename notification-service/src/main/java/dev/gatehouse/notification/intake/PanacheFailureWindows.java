package dev.gatehouse.notification.intake;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheFailureWindows implements PanacheRepositoryBase<FailureWindowRow, UUID> {
    /** The account's window, held until the end of the transaction. */
    Uni<Optional<FailureWindowRow>> held(UUID accountId) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    Uni<Void> begin(Optional<FailureWindowRow> before, UUID accountId, UUID noticeId, Instant startedAt) {
        FailureWindowRow row = before.orElseGet(FailureWindowRow::new);
        row.accountId = accountId;
        row.noticeId = noticeId;
        row.startedAt = startedAt;
        return persist(row).replaceWithVoid();
    }

    Uni<Void> forget(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }

    Uni<Long> deleteStartedBefore(Instant limit) {
        return delete("startedAt < ?1", limit);
    }
}
