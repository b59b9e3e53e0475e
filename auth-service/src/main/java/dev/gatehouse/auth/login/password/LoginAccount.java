package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account with its password.
 *
 * @param stored absent when the account has no password
 */
record LoginAccount(
        SessionAccount account,
        String displayName,
        @Nullable Password stored) {
    /** The password; empty when the account has none. */
    Optional<Password> password() {
        return Optional.ofNullable(stored);
    }

    /**
     * A stored password.
     *
     * @param setAt identifies the password: a rehash does not change it
     * @param traits what was measured of it; empty when nothing was yet
     */
    record Password(StoredPassword hash, Instant setAt, Optional<PasswordTraits> traits) {}
}
