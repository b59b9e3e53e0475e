package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Secret;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Decoys decoys;
    private final HashingPool pool;
    private final RandomSecrets random;
    private final StoredPassword plainDecoy;

    @Inject
    PasswordHashing(PasswordConfig config, Pepper pepper, Decoys decoys, HashingPool pool, RandomSecrets random) {
        this(config, pepper, decoys, pool, random, Argon2.fastest());
    }

    PasswordHashing(
            PasswordConfig config,
            Pepper pepper,
            Decoys decoys,
            HashingPool pool,
            RandomSecrets random,
            Argon2 argon2) {
        this.argon2 = argon2;
        this.cost = new Argon2Cost(config.hashMemoryKib(), config.hashIterations(), config.hashParallelism());
        this.pepper = pepper;
        this.decoys = decoys;
        this.pool = pool;
        this.random = random;
        this.plainDecoy = stored(new PhcHash(cost, random.bytes(SALT_BYTES), random.bytes(Argon2.TAG_BYTES)));
    }

    /** The outcome of checking an entered password. */
    public sealed interface Check {
        /**
         * The password is right.
         *
         * @param needsRehash the stored hash costs less than new ones, or has a former pepper: rehash while the plain
         *     text is available
         */
        record Match(boolean needsRehash) implements Check {}

        /** The password is wrong, or none is stored. */
        record Mismatch() implements Check {}
    }

    /**
     * Compares an entered password with the stored one, or with the decoy of this e-mail address, which never matches.
     * For a stored hash of a lower cost the missing cost is computed as well, so that an account that did not log in
     * since the cost was raised is answered in the time of any other.
     *
     * @param stored absent for an account that is unknown or has no password
     * @param email any text that is the same for all spellings of the address that was entered
     */
    public Uni<Check> check(Secret entered, @Nullable StoredPassword stored, String email) {
        return stored == null
                ? compare(decoys.of(email).orElse(plainDecoy), entered, false)
                : compare(stored, entered, true);
    }

    /** The same for an account that is known already; one without a password has a decoy of today's cost. */
    public Uni<Check> check(Secret entered, @Nullable StoredPassword stored) {
        return stored == null ? compare(plainDecoy, entered, false) : compare(stored, entered, true);
    }

    /** Other work with a password that keeps a core busy, on the same threads. */
    public <T> Uni<T> run(Supplier<T> work) {
        return pool.run(work);
    }

    /** The hash of a new password at the configured cost, keyed with the newest pepper. */
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

    private Uni<Check> compare(StoredPassword stored, Secret entered, boolean real) {
        Optional<ForeignHash> foreign = ForeignHash.of(stored);
        if (foreign.isPresent()) {
            byte[] keyed = pepper.apply(entered);
            return pool.hash(() -> result(compareForeign(foreign.get(), entered, keyed) && real, true));
        }
        Optional<PhcHash> hash = PhcHash.parse(stored.phc());
        Optional<byte[]> keyed = pepper.apply(entered, stored.pepperKeyId());
        boolean usable = hash.isPresent() && keyed.isPresent();
        if (real && !usable) {
            LOG.with("pepperKeyId", stored.pepperKeyId())
                    .error("A stored password cannot be checked: its format or its pepper is not known");
        }
        byte[] input = keyed.orElseGet(() -> pepper.apply(entered));
        PhcHash expected = hash.orElseGet(() -> new PhcHash(cost, random.bytes(SALT_BYTES), random.bytes(SALT_BYTES)));
        boolean outdated =
                expected.cost().weakerThan(cost) || !stored.pepperKeyId().equals(pepper.keyId());
        return pool.hash(() -> result(compareOwn(expected, input) && real && usable, outdated));
    }

    private static Check result(boolean matches, boolean outdated) {
        return matches ? new Check.Match(outdated) : new Check.Mismatch();
    }

    /** Spends the time of an own hash as well: never faster than one. */
    private boolean compareForeign(ForeignHash expected, Secret entered, byte[] keyed) {
        boolean padded = spend(cost, keyed);
        return expected.matches(entered.reveal()) && padded;
    }

    private boolean compareOwn(PhcHash expected, byte[] keyed) {
        boolean matches = argon2.matches(expected, keyed);
        boolean padded = expected.cost()
                .missingTo(cost)
                .map(missing -> spend(missing, keyed))
                .orElse(true);
        return matches && padded;
    }

    /** Takes the time of a hash; always true, so that the work is not optimised away. */
    private boolean spend(Argon2Cost missing, byte[] keyed) {
        return argon2.hash(missing, keyed, random.bytes(SALT_BYTES)).cost().equals(missing);
    }

    private StoredPassword stored(PhcHash hash) {
        return new StoredPassword(hash.text(), pepper.keyId());
    }
}
