package dev.gatehouse.auth.identity.invitation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code invitation}. */
@ApplicationScoped
class PanacheInvitations implements PanacheRepositoryBase<InvitationRow, UUID> {
    Uni<Optional<InvitationRow>> bySecretHash(byte[] hash) {
        return find("secretHash", hash).firstResult().map(Optional::ofNullable);
    }

    /** Takes the invitation, if it is still open: of many at once exactly one is told true. */
    Uni<Boolean> accept(UUID id, Instant now) {
        return update("acceptedAt = ?1 where id = ?2 and acceptedAt is null and expiresAt > ?1", now, id)
                .map(count -> count == 1);
    }

    /** Gives back what was taken in this transaction and could not be used. */
    Uni<Void> giveBack(UUID id) {
        return update("acceptedAt = null where id = ?1", id).replaceWithVoid();
    }

    /** The row whose mail has waited longest, held until the transaction ends. */
    Uni<Optional<InvitationRow>> lockFirstDue(Instant now) {
        return find("nextAttemptAt <= ?1 order by nextAttemptAt", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Notes that the mail went out, unless the lease was lost and somebody else is sending it. */
    Uni<Void> mailed(UUID id, Instant lease, Instant now) {
        return update(
                        "mailedAt = ?1, nextAttemptAt = null, lastError = null where id = ?2 and nextAttemptAt = ?3",
                        now,
                        id,
                        lease)
                .replaceWithVoid();
    }

    /** Notes that it did not; without a next attempt it is given up. */
    Uni<Void> failed(UUID id, Instant lease, @Nullable Instant next, String reason) {
        return update(
                        "nextAttemptAt = ?1, lastError = ?2 where id = ?3 and nextAttemptAt = ?4",
                        next,
                        reason,
                        id,
                        lease)
                .replaceWithVoid();
    }

    Uni<Void> removeOf(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }
}
