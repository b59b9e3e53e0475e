package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.PersonalRecords;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.outbox.EventFactory;
import dev.gatehouse.chassis.messaging.outbox.Messages;
import dev.gatehouse.chassis.messaging.outbox.Outbox;
import dev.gatehouse.contracts.event.AdminRightWithdrawn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The right of an erased account ends with it, and is told of like any other withdrawal. */
@ApplicationScoped
class AdminRightErasure implements PersonalRecords {
    private final PanacheAdminRights store;
    private final EventFactory events;
    private final Messages messages;
    private final Outbox outbox;

    AdminRightErasure(PanacheAdminRights store, EventFactory events, Messages messages, Outbox outbox) {
        this.store = store;
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> forget(UUID accountId, Origin origin) {
        return store.remove(accountId)
                .chain(hadRight ->
                        hadRight ? tell(accountId, origin) : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(UUID accountId, Origin origin) {
        return outbox.add(messages.event(origin.stamp(events.of(new AdminRightWithdrawn("account erased")))
                .about(accountId)));
    }
}
