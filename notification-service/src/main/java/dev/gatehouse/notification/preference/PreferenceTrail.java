package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.origin.Origin;
import dev.gatehouse.chassis.origin.Trail;
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

    private final Trail trail;

    PreferenceTrail(Trail trail) {
        this.trail = trail;
    }

    Uni<Void> preferencesChanged(UUID accountId, List<Change> changes, Origin origin) {
        return tell(
                trail.event(new SettingsChanged(PREFERENCES, changes), origin).about(accountId));
    }

    Uni<Void> defaultsChanged(List<Change> changes, Origin origin) {
        return tell(trail.event(new SettingsChanged(DEFAULTS, changes), origin));
    }

    private Uni<Void> tell(SecurityEvent<SettingsChanged> event) {
        return event.data().changes().isEmpty() ? Uni.createFrom().voidItem() : trail.tell(event);
    }
}
