package dev.gatehouse.contracts.event;

import java.util.List;

/** {@code admin-right.withdrawn}: An agent is administrator no longer. */
public record AdminRightWithdrawn(String reason, List<Change> changes) implements EventData {
    /** Copies. */
    public AdminRightWithdrawn {
        changes = List.copyOf(changes);
    }
}
