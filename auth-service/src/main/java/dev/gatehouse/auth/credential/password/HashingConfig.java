package dev.gatehouse.auth.credential.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Cost of password hashing; upwards only. Memory in use is threads × memory. */
@ConfigMapping(prefix = "gatehouse.auth.password-hashing")
interface HashingConfig {
    /** Memory of one hash in KiB. */
    @WithDefault("19456")
    int memoryKib();

    /** Passes over the memory. */
    @WithDefault("2")
    int iterations();

    /** Lanes. */
    @WithDefault("1")
    int parallelism();

    /** Threads that hash; as many as there are cores unless said. */
    OptionalInt threads();

    /** How many hashes may wait; beyond it callers are told to come back. */
    @WithDefault("64")
    int queue();
}
