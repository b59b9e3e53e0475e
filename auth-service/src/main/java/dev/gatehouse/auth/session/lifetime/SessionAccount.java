package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.UUID;

/** What a session must know of its account each time it is used. */
public record SessionAccount(UUID id, AccountKind kind, boolean admin, AccountStatus status) {
    /** Whether sessions of it may go on. */
    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }
}
