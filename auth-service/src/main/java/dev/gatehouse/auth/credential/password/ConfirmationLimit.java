package dev.gatehouse.auth.credential.password;

import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often the password of an account is tried within its own sessions: whoever stole one must not guess it
 * there. The area of the login implements it.
 */
public interface ConfirmationLimit {
    /**
     * Counts the attempt and then checks the password as {@link PasswordHashing#check} does, or does not check it.
     * Fails closed. MUST be called outside of a transaction.
     */
    Uni<Confirmation> check(UUID accountId, AccountKind kind, Secret entered, @Nullable StoredPassword stored);

    /** What came of it. */
    sealed interface Confirmation {
        /** The password was checked. */
        record Checked(Check result) implements Confirmation {}

        /** It was not, because of too many failures. */
        record Throttled(Duration retryAfter) implements Confirmation {}
    }
}
