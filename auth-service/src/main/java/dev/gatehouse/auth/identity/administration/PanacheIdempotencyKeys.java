package dev.gatehouse.auth.identity.administration;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The table {@code idempotency_key}. */
@ApplicationScoped
class PanacheIdempotencyKeys implements PanacheRepositoryBase<IdempotencyRow, IdempotencyRow.Key> {
    Uni<Optional<IdempotencyRow>> byClaim(IdempotencyKeys.Claim claim) {
        return findById(IdempotencyRow.Key.of(claim)).map(Optional::ofNullable);
    }
}
