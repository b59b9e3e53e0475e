package dev.gatehouse.auth.credential.password;

import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Limits how often the password of an account is tried within its own sessions: whoever stole one must not guess it
 * there. The area of the login implements it.
 */
public interface ConfirmationLimit {
    /**
     * Counts the attempt and then runs the check, or does not run it. Fails closed. MUST be called outside of a
     * transaction.
     */
    Uni<Confirmation> check(UUID accountId, AccountKind kind, Supplier<Uni<PasswordCheck>> check);

    /** What came of it. */
    sealed interface Confirmation {
        /** The password was checked. */
        record Checked(PasswordCheck result) implements Confirmation {}

        /** It was not, because of too many failures. */
        record Throttled(Duration retryAfter) implements Confirmation {}
    }
}
