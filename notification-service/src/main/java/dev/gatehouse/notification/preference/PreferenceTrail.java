package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.outbox.EventFactory;
import dev.gatehouse.chassis.outbox.Messages;
import dev.gatehouse.chassis.outbox.Outbox;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.notification.origin.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The events of this room; within the transaction that makes the change. */
@ApplicationScoped
class PreferenceTrail {
    private static final String PREFERENCES = "notifications/preferences";
    private static final String DEFAULTS = "notifications/defaults";

    private final EventFactory events;
    private final Messages messages;
    private final Outbox outbox;

    PreferenceTrail(EventFactory events, Messages messages, Outbox outbox) {
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
    }

    Uni<Void> preferencesChanged(List<Change> changes, Origin origin) {
        return tell(events.of(new SettingsChanged(PREFERENCES, changes)).about(origin.accountId()), origin);
    }

    Uni<Void> defaultsChanged(List<Change> changes, Origin origin) {
        return tell(events.of(new SettingsChanged(DEFAULTS, changes)), origin);
    }

    private Uni<Void> tell(SecurityEvent<SettingsChanged> event, Origin origin) {
        return event.data().changes().isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.add(messages.event(origin.stamp(event)));
    }
}
