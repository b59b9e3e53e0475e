package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account with its password.
 *
 * @param stored absent when it has none
 */
public record SignInAccount(
        SessionAccount account, @Nullable Password stored) {
    /** The password, if it has one. */
    public Optional<Password> password() {
        return Optional.ofNullable(stored);
    }

    /**
     * A stored password.
     *
     * @param setAt tells one password from the next; hashing the same one anew does not change it
     */
    public record Password(StoredPassword hash, Instant setAt) {}
}
