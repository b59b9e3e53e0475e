package dev.gatehouse.auth.session.lifetime;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code session}, for ending. */
@ApplicationScoped
class PanacheSessions implements PanacheRepositoryBase<SessionRow, UUID> {
    /** The open sessions of the account, locked until the transaction ends. */
    Uni<List<SessionRow>> lockOpen(UUID accountId) {
        return find("accountId = ?1 and endedAt is null order by id", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The open sessions among these ids, locked until the transaction ends. */
    Uni<List<SessionRow>> lockOpen(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("id in ?1 and endedAt is null order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** The session if it is open, locked until the transaction ends. */
    Uni<Optional<SessionRow>> lockOpenOne(UUID id) {
        return find("id = ?1 and endedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Ids of open sessions past their limits. */
    Uni<List<UUID>> lapsed(Instant now, int rows) {
        return find("endedAt is null and idleExpiresAt <= ?1", now)
                .range(0, rows - 1)
                .list()
                .map(found -> found.stream().map(row -> row.id).toList());
    }

    /** Deletes all sessions of the account, which have ended. */
    Uni<Void> deleteOf(UUID accountId) {
        return flush().chain(() -> delete("accountId", accountId)).replaceWithVoid();
    }

    /** Deletes the sessions that ended before this; returns their number. */
    Uni<Long> deleteEndedBefore(Instant time) {
        return delete("endedAt < ?1", time);
    }
}
