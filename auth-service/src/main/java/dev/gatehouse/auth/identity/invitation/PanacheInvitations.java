package dev.gatehouse.auth.identity.invitation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code invitation}. */
@ApplicationScoped
class PanacheInvitations implements PanacheRepositoryBase<InvitationRow, UUID> {
    Uni<Optional<InvitationRow>> bySecretHash(byte[] hash) {
        return find("secretHash", hash).firstResult().map(Optional::ofNullable);
    }

    /** Accepts the invitation if it is still open: of several at once exactly one is true. */
    Uni<Boolean> accept(UUID id, Instant now) {
        return update("acceptedAt = ?1 where id = ?2 and acceptedAt is null and expiresAt > ?1", now, id)
                .map(count -> count == 1);
    }

    /** Opens the invitation again that was accepted in this transaction and could not be used. */
    Uni<Void> giveBack(UUID id) {
        return update("acceptedAt = null where id = ?1", id).replaceWithVoid();
    }

    Uni<Void> removeOf(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }
}
