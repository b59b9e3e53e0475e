package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.AccountKind;
import java.util.List;

/** {@code account.enabled}: A disabled account may sign in again. */
public record AccountEnabled(AccountKind kind, List<Change> changes) implements EventData {
    /** Copies. */
    public AccountEnabled {
        changes = List.copyOf(changes);
    }
}
