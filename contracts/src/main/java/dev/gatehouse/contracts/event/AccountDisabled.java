package dev.gatehouse.contracts.event;

import java.util.List;

/** {@code account.disabled}: An account may no longer sign in. */
public record AccountDisabled(int sessionsEnded, List<Change> changes) implements EventData {
    /** Copies. */
    public AccountDisabled {
        changes = List.copyOf(changes);
    }
}
