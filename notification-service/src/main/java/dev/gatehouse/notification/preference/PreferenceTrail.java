package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SettingsChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The events of this room; within the transaction that makes the change. */
@ApplicationScoped
class PreferenceTrail {
    private static final String PREFERENCES = "notifications/preferences";
    private static final String DEFAULTS = "notifications/defaults";

    private final Events events;

    PreferenceTrail(Events events) {
        this.events = events;
    }

    Uni<Void> preferencesChanged(UUID accountId, List<Change> changes, Origin origin) {
        return tell(
                events.event(new SettingsChanged(PREFERENCES, changes), origin).about(accountId));
    }

    Uni<Void> defaultsChanged(List<Change> changes, Origin origin) {
        return tell(events.event(new SettingsChanged(DEFAULTS, changes), origin));
    }

    private Uni<Void> tell(SecurityEvent<SettingsChanged> event) {
        return event.data().changes().isEmpty() ? Uni.createFrom().voidItem() : events.publish(event);
    }
}
