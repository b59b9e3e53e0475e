package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.event.SessionEnd;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
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
    private static final int AT_ONCE = 1_000;

    /** The open sessions of the account, locked until the transaction ends. */
    Uni<List<SessionRow>> lockOpen(UUID accountId) {
        return detached(find("accountId = ?1 and endedAt is null order by id", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list());
    }

    /** The open sessions among these ids, locked until the transaction ends. */
    Uni<List<SessionRow>> lockOpen(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : detached(find("id in ?1 and endedAt is null order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list());
    }

    /** The session if it is open, locked until the transaction ends. */
    Uni<Optional<SessionRow>> lockOpenOne(UUID id) {
        return find("id = ?1 and endedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Ids of open sessions past their limits, by the clock of the database. */
    Uni<List<UUID>> lapsed(int rows) {
        return find("select id from SessionRow where endedAt is null and idleExpiresAt <= instant")
                .project(UUID.class)
                .range(0, rows - 1)
                .list();
    }

    /** Those among these ids that are open and past their limits under the lock, locked until the transaction ends. */
    Uni<List<SessionRow>> lockLapsed(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("id in ?1 and endedAt is null and idleExpiresAt <= instant order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** Ends the sessions with these ids that are open: one statement for each thousand of them. */
    Uni<Void> end(List<UUID> ids, SessionEnd why, Instant now) {
        return Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(some ->
                        update("endedAt = ?1, endReason = ?2 where id in ?3 and endedAt is null", now, why, some))
                .onItem()
                .ignoreAsUni();
    }

    /** Deletes all sessions of the account, which have ended. */
    Uni<Void> deleteOf(UUID accountId) {
        return flush().chain(() -> delete("accountId", accountId)).replaceWithVoid();
    }

    /** The same, not managed: each later statement would compare all of them with what was read. */
    private Uni<List<SessionRow>> detached(Uni<List<SessionRow>> rows) {
        return rows.chain(found ->
                getSession().invoke(session -> found.forEach(session::detach)).replaceWith(found));
    }
}
