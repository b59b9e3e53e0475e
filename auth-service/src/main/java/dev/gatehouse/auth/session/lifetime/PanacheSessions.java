package dev.gatehouse.auth.session.lifetime;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code session}, for listing and ending. */
@ApplicationScoped
class PanacheSessions implements PanacheRepositoryBase<SessionRow, UUID> {
    /** Those of the account that nobody has ended, held until the transaction ends. */
    Uni<List<SessionRow>> lockOpen(UUID accountId) {
        return find("accountId = ?1 and endedAt is null order by id", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of these ids that nobody has ended, held until the transaction ends. */
    Uni<List<SessionRow>> lockOpen(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("id in ?1 and endedAt is null order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** The session, if nobody has ended it, held until the transaction ends. */
    Uni<Optional<SessionRow>> lockOpenOne(UUID id) {
        return find("id = ?1 and endedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Live sessions of the account, newest first, after the one with this id. */
    Uni<List<SessionRow>> live(UUID accountId, Instant now, Optional<UUID> after, int rows) {
        String live = "accountId = ?1 and endedAt is null and idleExpiresAt > ?2";
        return after.map(id -> find(live + " and id < ?3 order by id desc", accountId, now, id))
                .orElseGet(() -> find(live + " order by id desc", accountId, now))
                .range(0, rows - 1)
                .list();
    }

    /** Ids of sessions past their end that nobody has ended. */
    Uni<List<UUID>> lapsed(Instant now, int rows) {
        return find("endedAt is null and idleExpiresAt <= ?1", now)
                .range(0, rows - 1)
                .list()
                .map(found -> found.stream().map(row -> row.id).toList());
    }

    Uni<Long> forget(Instant endedBefore) {
        return delete("endedAt < ?1", endedBefore);
    }
}
