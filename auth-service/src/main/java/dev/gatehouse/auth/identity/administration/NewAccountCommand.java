package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.credential.password.NewPassword;
import dev.gatehouse.auth.credential.policy.PasswordOwner;
import dev.gatehouse.auth.identity.account.AccountEmail;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import org.jspecify.annotations.Nullable;

/**
 * A valid request for a new account.
 *
 * @param password absent if its owner is invited to choose one
 */
record NewAccountCommand(
        AccountEmail email,
        String displayName,
        AccountKind kind,
        String locale,
        String timeZone,
        @Nullable Secret password) {
    /** The owner of the password. */
    PasswordOwner owner() {
        return new PasswordOwner(kind, null, email.written(), displayName);
    }

    Accounts.Opening opening(@Nullable NewPassword accepted) {
        return new Accounts.Opening(kind, email, displayName, locale, timeZone, accepted);
    }
}
