package dev.gatehouse.contracts.event;

import java.util.List;

/** {@code password-change.waived}: An administrator lifted the requirement of a new password. */
public record PasswordChangeWaived(String reason, List<Change> changes) implements EventData {
    /** Copies. */
    public PasswordChangeWaived {
        changes = List.copyOf(changes);
    }
}
