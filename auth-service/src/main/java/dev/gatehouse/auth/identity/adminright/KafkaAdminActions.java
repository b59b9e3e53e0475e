package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads in the events of all services when administrators used their right, and for what. */
@ApplicationScoped
class KafkaAdminActions implements EventListener {
    private final PanacheAdminRights store;
    private final PanacheAdminRightUses uses;

    KafkaAdminActions(PanacheAdminRights store, PanacheAdminRightUses uses) {
        this.store = store;
        this.uses = uses;
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
                : store.recordAction(actor, event.time()).chain(() -> uses.record(actor, event.type(), event.time()));
    }
}
