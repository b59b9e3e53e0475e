package dev.gatehouse.auth.session.management;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.outbox.EventFactory;
import dev.gatehouse.chassis.messaging.outbox.Messages;
import dev.gatehouse.chassis.messaging.outbox.Outbox;
import dev.gatehouse.contracts.event.AccessRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells that somebody reached for a session of another account; their answer does not show that there is one. */
@ApplicationScoped
class ForeignReach {
    private static final String KIND = "session";
    private static final String REASON = "foreign_object";

    private final EventFactory events;
    private final Messages messages;
    private final Outbox outbox;

    ForeignReach(EventFactory events, Messages messages, Outbox outbox) {
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
    }

    Uni<Void> tell(UUID owner, UUID sessionId, Origin by) {
        return outbox.add(messages.event(by.stamp(events.of(new AccessRefused(KIND, sessionId)))
                .about(owner)
                .failed(REASON)));
    }
}
