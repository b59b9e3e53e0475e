package dev.gatehouse.auth.credential.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.OptionalInt;

/** Cost of hashing passwords; it can only be raised. Memory in use is threads × memory. */
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
}
