package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AdminRightWithdrawn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Withdraws the admin right of an erased account and publishes it like any other withdrawal. */
@ApplicationScoped
class AdminRightErasure implements AccountErasureListener {
    private final PanacheAdminRights store;
    private final Events events;

    AdminRightErasure(PanacheAdminRights store, Events events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return store.remove(accountId)
                .chain(hadRight ->
                        hadRight ? publish(accountId, origin) : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(UUID accountId, Origin origin) {
        return events.publish(
                events.event(new AdminRightWithdrawn("account erased"), origin).about(accountId));
    }
}
