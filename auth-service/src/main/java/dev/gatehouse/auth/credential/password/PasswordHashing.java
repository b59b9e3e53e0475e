package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Secret;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords and checks entered ones on a bounded pool. MUST be called outside of a database session: a hash
 * takes longer than a connection may be held.
 */
@Startup
@ApplicationScoped
public class PasswordHashing {
    private static final Log LOG = Log.of(PasswordHashing.class);
    private static final int SALT_BYTES = 16;

    private final Argon2 argon2;
    private final Argon2Cost cost;
    private final Pepper pepper;
    private final HashingPool pool;
    private final RandomSecrets random;
    private final PhcHash decoy;

    @Inject
    PasswordHashing(PasswordConfig config, Pepper pepper, HashingPool pool, RandomSecrets random) {
        this(config, pepper, pool, random, Argon2.fastest());
    }

    PasswordHashing(PasswordConfig config, Pepper pepper, HashingPool pool, RandomSecrets random, Argon2 argon2) {
        this.argon2 = argon2;
        this.cost = new Argon2Cost(config.hashMemoryKib(), config.hashIterations(), config.hashParallelism());
        this.pepper = pepper;
        this.pool = pool;
        this.random = random;
        this.decoy = argon2.hash(cost, random.bytes(SALT_BYTES), random.bytes(SALT_BYTES));
    }

    /**
     * Compares an entered password with the stored one. Without a stored password it compares with a decoy hash of
     * today's cost and never matches; for a stored hash of a lower cost the missing cost is computed as well, so that
     * an account that did not log in since the cost was raised is answered in the time of an unknown one.
     *
     * @param stored absent for an account that is unknown or has no password
     */
    public Uni<PasswordCheck> check(Secret entered, @Nullable StoredPassword stored) {
        byte[] keyed = pepper.apply(entered);
        Optional<ForeignHash> foreign = ForeignHash.of(stored);
        if (foreign.isPresent()) {
            return pool.run(() -> compareForeign(foreign.get(), entered, keyed));
        }
        PhcHash expected = usable(stored).orElse(decoy);
        return pool.hash(() -> compare(expected, keyed));
    }

    /** The hash of a new password at the configured cost. */
    public Uni<StoredPassword> hash(Secret password) {
        byte[] keyed = pepper.apply(password);
        return pool.hash(() -> stored(argon2.hash(cost, keyed, random.bytes(SALT_BYTES))));
    }

    /**
     * The hash of another system, to be stored as it is; its password is hashed anew at the first login. Empty for a
     * format that is not known, and for a cost that is not computed here.
     */
    public static Optional<StoredPassword> takeOver(String foreign) {
        return ForeignHash.parse(foreign).map(hash -> new StoredPassword(foreign, ForeignHash.NO_PEPPER));
    }

    /** Spends the time of an own hash as well: never faster than for an unknown account. */
    private PasswordCheck compareForeign(ForeignHash expected, Secret entered, byte[] keyed) {
        boolean padded = spend(cost, keyed);
        return expected.matches(entered.reveal()) && padded
                ? new PasswordCheck.Match(true)
                : new PasswordCheck.Mismatch();
    }

    /** Computes before it looks at the decoy, for the same time in both cases. */
    private PasswordCheck compare(PhcHash expected, byte[] keyed) {
        boolean matches = argon2.matches(expected, keyed) && expected != decoy;
        boolean padded = expected.cost()
                .missingTo(cost)
                .map(missing -> spend(missing, keyed))
                .orElse(true);
        return matches && padded
                ? new PasswordCheck.Match(expected.cost().weakerThan(cost))
                : new PasswordCheck.Mismatch();
    }

    /** Takes the time of a hash; always true, so that the work is not optimised away. */
    private boolean spend(Argon2Cost missing, byte[] keyed) {
        return argon2.hash(missing, keyed, random.bytes(SALT_BYTES)).cost().equals(missing);
    }

    private StoredPassword stored(PhcHash hash) {
        return new StoredPassword(hash.text(), pepper.keyId());
    }

    private Optional<PhcHash> usable(@Nullable StoredPassword stored) {
        if (stored == null) {
            return Optional.empty();
        }
        Optional<PhcHash> hash = PhcHash.parse(stored.phc());
        if (hash.isEmpty() || !stored.pepperKeyId().equals(pepper.keyId())) {
            LOG.with("pepperKeyId", stored.pepperKeyId())
                    .error("A stored password cannot be checked: its format or its pepper is not known");
            return Optional.empty();
        }
        return hash;
    }
}
