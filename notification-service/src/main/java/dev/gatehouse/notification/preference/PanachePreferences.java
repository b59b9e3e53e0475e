package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.messaging.wire.JsonText;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PanachePreferences implements PanacheRepositoryBase<PreferenceRow, UUID> {
    private static final String INSERT_IF_ABSENT =
            "INSERT INTO preference (account_id, choices, version) VALUES (?, ?, 0)"
                    + " ON DUPLICATE KEY UPDATE account_id = account_id";

    Uni<Optional<PreferenceRow>> find(UUID accountId) {
        return findById(accountId).map(Optional::ofNullable);
    }

    /** The defaults with these rows, as far as there are any: one statement for both tables. */
    Uni<Void> read(Set<UUID> accountIds) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "select d, p from PreferenceDefaultsRow d left join PreferenceRow p on p.accountId in ?1",
                                Object[].class)
                        .setParameter(1, accountIds)
                        .getResultList())
                .replaceWithVoid();
    }

    /** Inserts the agent's row with these choices, unless there is one. */
    Uni<Void> insertIfAbsent(UUID accountId, Map<String, Choice> choices) {
        return SessionSql.update(INSERT_IF_ABSENT, accountId, JsonText.write(choices))
                .replaceWithVoid();
    }

    /** The agent's row, locked until the end of the transaction; inserted with these choices when there is none. */
    Uni<PreferenceRow> locked(UUID accountId, Map<String, Choice> choices) {
        return insertIfAbsent(accountId, choices).chain(() -> findById(accountId, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<Void> deleteOf(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }

    Uni<PreferenceDefaultsRow> defaults() {
        return getSession().chain(session -> session.find(PreferenceDefaultsRow.class, PreferenceDefaultsRow.ID));
    }

    /** The row of the defaults, locked until the end of the transaction. */
    Uni<PreferenceDefaultsRow> lockedDefaults() {
        return getSession()
                .chain(session -> session.find(
                        PreferenceDefaultsRow.class, PreferenceDefaultsRow.ID, LockModeType.PESSIMISTIC_WRITE));
    }
}
