package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code admin_right_use}. */
@ApplicationScoped
class PanacheAdminRightUses implements PanacheRepositoryBase<AdminRightUseRow, AdminRightUseRow.Key> {
    private static final String RECORD = "INSERT INTO admin_right_use (account_id, action, last_used_at)"
            + " VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE last_used_at = GREATEST(last_used_at, VALUES(last_used_at))";

    /** What of the rights of these accounts was used since then, in the order of the actions. */
    Uni<List<AdminRightUseRow>> of(Collection<UUID> accountIds, Instant since) {
        return accountIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("key.accountId in ?1 and lastUsedAt >= ?2 order by key.action", accountIds, since);
    }

    /** Keeps the latest time: events of several services arrive in no common order. */
    Uni<Void> record(UUID accountId, EventType action, Instant at) {
        return SessionSql.update(RECORD, accountId, action.wireName(), at).replaceWithVoid();
    }

    Uni<Void> removeOf(UUID accountId) {
        return delete("key.accountId", accountId).replaceWithVoid();
    }
}
