package dev.gatehouse.auth.session.management;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AccessRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells that somebody reached for a session of another account; their answer does not show that there is one. */
@ApplicationScoped
class ForeignReach {
    private static final String KIND = "session";
    private static final String REASON = "foreign_object";

    private final Events events;

    ForeignReach(Events events) {
        this.events = events;
    }

    Uni<Void> tell(UUID owner, UUID sessionId, Origin by) {
        return events.publish(events.event(new AccessRefused(KIND, sessionId), by)
                .about(owner)
                .failed(REASON));
    }
}
