package dev.gatehouse.notification.intake;

import dev.gatehouse.notification.notification.NotificationDraft;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PanacheDeferredNotifications implements PanacheRepositoryBase<DeferredNotificationRow, UUID> {
    /** Removes the deferred notifications of this account and returns them in the order of their events. */
    Uni<List<NotificationDraft>> remove(UUID accountId) {
        return find("accountId = ?1 order by eventId", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .call(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : delete("accountId", accountId))
                .map(rows -> rows.stream().map(row -> row.draft).toList());
    }

    Uni<Void> deleteOf(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }
}
