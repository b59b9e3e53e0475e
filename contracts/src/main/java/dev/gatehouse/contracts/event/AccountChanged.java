package dev.gatehouse.contracts.event;

import java.util.List;

/** {@code account.changed}: An account was edited; e-mail addresses are masked. */
public record AccountChanged(List<Change> changes) implements EventData {
    /** Copies. */
    public AccountChanged {
        changes = List.copyOf(changes);
    }
}
