package dev.gatehouse.auth.login;

import dev.gatehouse.auth.credential.PasswordCheck;
import dev.gatehouse.auth.credential.StoredPassword;
import dev.gatehouse.auth.signinaccount.SignInAccount;
import dev.gatehouse.auth.trust.Trust;
import dev.gatehouse.chassis.clientaddress.IpAddress;
import dev.gatehouse.contracts.identity.Door;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that a decision needs. */
record LoginFacts(
        Door door, IpAddress address, Optional<SignInAccount> account, Trust trust, PasswordCheck check, Instant now) {

    /** What is known before the password is checked. */
    record Read(Optional<SignInAccount> account, Trust trust) {
        @Nullable
        StoredPassword stored() {
            return account.flatMap(SignInAccount::password)
                    .map(SignInAccount.Password::hash)
                    .orElse(null);
        }
    }
}
