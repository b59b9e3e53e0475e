package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.contracts.identity.AccountKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose password it is.
 *
 * @param accountId absent while there is no account yet
 */
public record PasswordOwner(AccountKind kind, @Nullable UUID accountId, String email, String displayName) {
    /** Without the personal data. */
    @Override
    public String toString() {
        return "PasswordOwner[kind=" + kind + ", accountId=" + accountId + "]";
    }
}
