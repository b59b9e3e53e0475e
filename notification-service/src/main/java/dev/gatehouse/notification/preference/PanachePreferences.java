package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.wire.JsonText;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanachePreferences implements PanacheRepositoryBase<PreferenceRow, UUID> {
    private static final String MAKE = "INSERT INTO preference (account_id, choices, version) VALUES (?1, ?2, 0)"
            + " ON DUPLICATE KEY UPDATE account_id = account_id";

    Uni<Optional<PreferenceRow>> find(UUID accountId) {
        return findById(accountId).map(Optional::ofNullable);
    }

    /** Makes the agent's row of these choices, unless there is one. */
    Uni<Void> make(UUID accountId, Map<String, Choice> choices) {
        return getSession()
                .chain(session -> session.createNativeQuery(MAKE)
                        .setParameter(1, UuidBytes.bytes(accountId))
                        .setParameter(2, JsonText.write(choices))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The agent's row, held until the end of the transaction; made of these choices when there is none. */
    Uni<PreferenceRow> heldOrMade(UUID accountId, Map<String, Choice> choices) {
        return make(accountId, choices).chain(() -> findById(accountId, LockModeType.PESSIMISTIC_WRITE));
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
