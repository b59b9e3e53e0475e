package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.UUID;

/**
 * The part of an account that is checked each time one of its sessions is opened or used.
 *
 * @param mustChangePassword whether it gets no session before it has a new password
 */
public record SessionAccount(
        UUID id, AccountKind kind, boolean admin, AccountStatus status, boolean mustChangePassword) {
    /** Whether its sessions may go on. */
    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }
}
