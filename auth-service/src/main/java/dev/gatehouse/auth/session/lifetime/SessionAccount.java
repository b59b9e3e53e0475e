package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of an account that is checked each time one of its sessions is opened or used.
 *
 * @param passwordChange why it gets no session before it has a new password; absent when it need not
 */
public record SessionAccount(
        UUID id,
        AccountKind kind,
        boolean admin,
        AccountStatus status,
        @Nullable PasswordChangeReason passwordChange) {
    /** Whether its sessions may go on. */
    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }
}
