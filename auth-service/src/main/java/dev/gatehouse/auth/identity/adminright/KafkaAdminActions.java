package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads in the events of all services when administrators last used their right. */
@ApplicationScoped
class KafkaAdminActions implements EventListener {
    private final PanacheAdminRights store;

    KafkaAdminActions(PanacheAdminRights store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "adminright.actions";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none().on(AdminActionPolicy.ADMINISTRATIVE, this::record);
    }

    private Uni<Void> record(SecurityEvent<?> event) {
        UUID actor = event.actor().id();
        return actor == null || !AdminActionPolicy.needsAdminRight(event)
                ? Uni.createFrom().voidItem()
                : store.recordAction(actor, event.time());
    }
}
