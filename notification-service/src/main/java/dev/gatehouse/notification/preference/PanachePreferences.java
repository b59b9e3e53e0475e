package dev.gatehouse.notification.preference;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanachePreferences implements PanacheRepositoryBase<PreferenceRow, UUID> {
    Uni<Optional<PreferenceRow>> find(UUID accountId) {
        return findById(accountId).map(Optional::ofNullable);
    }

    /** The agent's row, held until the end of the transaction; made of these choices when there is none. */
    Uni<PreferenceRow> heldOrMade(UUID accountId, Map<String, Choice> choices) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .switchTo(() -> persist(PreferenceRow.first(accountId, choices)));
    }

    Uni<Void> forget(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }

    Uni<DefaultsRow> defaults() {
        return getSession().chain(session -> session.find(DefaultsRow.class, DefaultsRow.ID));
    }

    /** The row of the defaults, held until the end of the transaction. */
    Uni<DefaultsRow> heldDefaults() {
        return getSession()
                .chain(session -> session.find(DefaultsRow.class, DefaultsRow.ID, LockModeType.PESSIMISTIC_WRITE));
    }
}
