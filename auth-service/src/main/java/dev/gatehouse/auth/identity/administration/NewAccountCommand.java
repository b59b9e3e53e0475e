package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.security.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A valid request for a new account.
 *
 * @param opening without a password, which is not accepted yet
 * @param password absent if its owner is invited to choose one
 */
record NewAccountCommand(Accounts.Opening opening, @Nullable Secret password) {
    /** The owner of the password. */
    NewPasswords.Owner owner() {
        return new NewPasswords.Owner(opening.kind(), null, opening.email().written(), opening.displayName());
    }
}
