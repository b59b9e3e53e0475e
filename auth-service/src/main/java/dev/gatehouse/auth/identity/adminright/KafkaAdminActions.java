package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads in the events of all services when administrators last used their right. */
@ApplicationScoped
class KafkaAdminActions {
    private final Inbox inbox;
    private final PanacheAdminRights store;

    KafkaAdminActions(Inbox inbox, PanacheAdminRights store) {
        this.inbox = inbox;
        this.store = store;
    }

    @Incoming("admin-actions")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once("adminright.actions", record, this::take);
    }

    private Uni<Void> take(SecurityEvent<?> event) {
        return AdminActionPolicy.needsAdminRight(event)
                ? record(event)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> record(SecurityEvent<?> event) {
        UUID actor = event.actor().id();
        return actor == null ? Uni.createFrom().voidItem() : store.recordAction(actor, event.time());
    }
}
