package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.AccountKind;
import java.util.List;

/** {@code account.erased}: The personal data of an account is gone. */
public record AccountErased(AccountKind kind, List<Change> changes) implements EventData {
    /** Copies. */
    public AccountErased {
        changes = List.copyOf(changes);
    }
}
