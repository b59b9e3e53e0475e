package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of an account that is checked each time one of its sessions is opened or used.
 *
 * @param passwordChange why it gets no session before it has a new password; absent when it need not
 * @param sessionsFrom no session of it that counts began before this; absent while all of its sessions were never ended
 *     at once
 */
public record SessionAccount(
        UUID id,
        AccountKind kind,
        boolean admin,
        AccountStatus status,
        @Nullable PasswordChangeReason passwordChange,
        @Nullable Instant sessionsFrom) {
    /** Whether its sessions may go on. */
    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }
}
