package dev.gatehouse.contracts.event;

import java.util.List;

/**
 * {@code settings.changed}: Settings were edited.
 *
 * @param name path of the settings, such as {@code ip-trust}
 */
public record SettingsChanged(String name, List<Change> changes) implements EventData {
    /** Copies. */
    public SettingsChanged {
        changes = List.copyOf(changes);
    }
}
