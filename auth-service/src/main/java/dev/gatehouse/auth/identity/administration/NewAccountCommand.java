package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.credential.password.StoredPassword;
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
    Accounts.Opening opening(@Nullable StoredPassword hashed) {
        return new Accounts.Opening(kind, email, displayName, locale, timeZone, hashed);
    }
}
