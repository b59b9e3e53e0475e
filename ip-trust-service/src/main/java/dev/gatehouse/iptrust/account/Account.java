package dev.gatehouse.iptrust.account;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.UUID;

/**
 * An account as far as this service needs it.
 *
 * @param locale BCP 47
 * @param timeZone IANA name, not checked
 */
public record Account(
        UUID id,
        String email,
        String displayName,
        String locale,
        String timeZone,
        AccountStatus status,
        AccountKind kind,
        boolean admin) {
    /** Whether it may sign in, and so whether it makes sense to ask its owner anything. */
    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }

    /** Redacted: names and addresses stay out of logs. */
    @Override
    public String toString() {
        return "Account[id=" + id + "]";
    }
}
