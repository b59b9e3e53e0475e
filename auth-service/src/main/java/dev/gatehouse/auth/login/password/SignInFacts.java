package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.login.iptrust.Trust;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known before a password is checked, read at one moment. */
public record SignInFacts(Optional<SignInAccount> account, Trust trust) {
    /** The hash to check against; absent when there is none. */
    public @Nullable StoredPassword stored() {
        return account.flatMap(SignInAccount::password)
                .map(SignInAccount.Password::hash)
                .orElse(null);
    }
}
