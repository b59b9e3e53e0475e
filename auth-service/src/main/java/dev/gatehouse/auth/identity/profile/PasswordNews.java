package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.outbox.EventFactory;
import dev.gatehouse.chassis.messaging.outbox.Messages;
import dev.gatehouse.chassis.messaging.outbox.Outbox;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells of a changed password, or of the attempt, in the caller's transaction. */
@ApplicationScoped
class PasswordNews {
    private final EventFactory events;
    private final Messages messages;
    private final Outbox outbox;

    PasswordNews(EventFactory events, Messages messages, Outbox outbox) {
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
    }

    Uni<Void> changed(UUID accountId, int sessionsEnded, Origin origin) {
        return outbox.add(messages.event(event(accountId, sessionsEnded, origin)));
    }

    Uni<Void> refused(UUID accountId, String reason, Origin origin) {
        return outbox.add(messages.event(event(accountId, 0, origin).failed(reason)));
    }

    private SecurityEvent<PasswordChanged> event(UUID accountId, int sessionsEnded, Origin origin) {
        return origin.stamp(events.of(new PasswordChanged(sessionsEnded))).about(accountId);
    }
}
