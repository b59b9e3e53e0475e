package dev.gatehouse.auth.credential.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Cost of hashing passwords, which can only be raised, and the keys of the pepper. Memory in use is threads × memory of
 * one hash; the service does not start where that is more than there is.
 */
@ConfigMapping(prefix = "gatehouse.auth.password")
interface PasswordConfig {
    /** Memory of one hash in KiB. */
    @WithDefault("19456")
    @Min(Argon2Cost.LEAST_MEMORY_KIB)
    @Max(Argon2Cost.MOST_MEMORY_KIB)
    int hashMemoryKib();

    /** Passes over the memory. */
    @WithDefault("2")
    @Min(Argon2Cost.LEAST_ITERATIONS)
    @Max(Argon2Cost.MOST_ITERATIONS)
    int hashIterations();

    /** Lanes. */
    @WithDefault("1")
    @Min(1)
    @Max(Argon2Cost.MOST_PARALLELISM)
    int hashParallelism();

    /** Threads that hash; by default one per core. */
    @Min(1)
    @Max(256)
    OptionalInt hashThreads();

    /** How many hashes may wait for a thread; beyond it requests are answered with 503. */
    @WithDefault("64")
    @Min(1)
    @Max(10_000)
    int hashQueue();

    /**
     * The secret of the pepper of new hashes: 32 random bytes in base64; by default it is derived from
     * {@code gatehouse.secret}.
     */
    Optional<String> pepper();

    /**
     * Secrets of peppers that were in use before, each 32 random bytes in base64; also a former
     * {@code gatehouse.secret}. They check what is stored, until its owner logs in.
     */
    Optional<List<String>> formerPeppers();

    /** How often it is counted which hashes are stored; addresses without an account are answered in their time. */
    @WithDefault("PT10M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration decoyRefreshEvery();
}
