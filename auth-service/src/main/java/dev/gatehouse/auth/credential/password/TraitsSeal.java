package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals the traits of a password for the database, and opens them. */
@ApplicationScoped
public class TraitsSeal {
    private final Seal seal;

    TraitsSeal(DerivedKeys keys, RandomSecrets random) {
        this.seal = new Seal(keys.key("password-traits"), random);
    }

    byte[] seal(UUID accountId, PasswordTraits traits) {
        return seal.seal(accountId.toString(), traits.encoded());
    }

    /** The traits; empty when the password was not measured yet. Fails when they are of another account. */
    public Optional<PasswordTraits> open(UUID accountId, byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : PasswordTraits.decoded(seal.open(accountId.toString(), sealed));
    }
}
