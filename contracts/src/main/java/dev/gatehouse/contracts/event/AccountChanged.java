package dev.gatehouse.contracts.event;

import java.util.List;

/** {@code account.changed}: An account was edited; personal values are redacted. */
public record AccountChanged(List<Change> changes) implements EventData {
    /** Copies. */
    public AccountChanged {
        changes = List.copyOf(changes);
    }
}
