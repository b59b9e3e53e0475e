package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells of a changed password, or of the attempt, in the caller's transaction. */
@ApplicationScoped
class PasswordNews {
    private final Events events;

    PasswordNews(Events events) {
        this.events = events;
    }

    Uni<Void> changed(UUID accountId, int sessionsEnded, Origin origin) {
        return events.publish(event(accountId, sessionsEnded, origin));
    }

    Uni<Void> refused(UUID accountId, String reason, Origin origin) {
        return events.publish(event(accountId, 0, origin).failed(reason));
    }

    private SecurityEvent<PasswordChanged> event(UUID accountId, int sessionsEnded, Origin origin) {
        return events.event(new PasswordChanged(sessionsEnded), origin).about(accountId);
    }
}
