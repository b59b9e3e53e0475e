package dev.gatehouse.auth.credential.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Cost of hashing passwords; it can only be raised. Memory in use is threads × memory. */
@ConfigMapping(prefix = "gatehouse.auth.password")
interface PasswordConfig {
    /** Memory of one hash in KiB. */
    @WithDefault("19456")
    int hashMemoryKib();

    /** Passes over the memory. */
    @WithDefault("2")
    int hashIterations();

    /** Lanes. */
    @WithDefault("1")
    int hashParallelism();

    /** Threads that hash; by default one per core. */
    OptionalInt hashThreads();

    /** How many hashes may wait for a thread; beyond it requests are answered with 503. */
    @WithDefault("64")
    int hashQueue();
}
