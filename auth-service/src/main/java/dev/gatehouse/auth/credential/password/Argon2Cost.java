package dev.gatehouse.auth.credential.password;

import java.util.Optional;

/**
 * What one hash costs; never less than the minimum of the OWASP Password Storage Cheat Sheet.
 *
 * @param memoryKib memory of one computation
 * @param iterations passes over that memory
 * @param parallelism lanes, computed one after the other here
 */
record Argon2Cost(int memoryKib, int iterations, int parallelism) {
    static final int LEAST_MEMORY_KIB = 19_456;
    static final int MOST_MEMORY_KIB = 1_048_576;
    static final int LEAST_ITERATIONS = 2;
    static final int MOST_ITERATIONS = 16;
    static final int MOST_PARALLELISM = 16;

    /** The minimum for new hashes; the settings are bounded by it. */
    static final Argon2Cost FLOOR = new Argon2Cost(LEAST_MEMORY_KIB, LEAST_ITERATIONS, 1);

    /** Whether a hash of this cost is to be replaced by one of the other cost. */
    boolean weakerThan(Argon2Cost other) {
        return memoryKib < other.memoryKib || iterations < other.iterations || parallelism < other.parallelism;
    }

    /**
     * The cost that is missing to the other one: time is proportional to memory times passes. Empty when nothing that
     * can be computed is missing.
     */
    Optional<Argon2Cost> missingTo(Argon2Cost other) {
        long missing = (long) other.memoryKib * other.iterations - (long) memoryKib * iterations;
        int passes = other.iterations;
        return Optional.of(missing / passes)
                .filter(memory -> memory >= 8L * other.parallelism)
                .map(memory -> new Argon2Cost(memory.intValue(), passes, other.parallelism));
    }

    /** Whether Argon2 is defined for it (RFC 9106, 3.1) and it is within what this service computes. */
    boolean computable() {
        return parallelism >= 1
                && parallelism <= MOST_PARALLELISM
                && iterations >= 1
                && iterations <= MOST_ITERATIONS
                && memoryKib >= 8 * parallelism
                && memoryKib <= MOST_MEMORY_KIB;
    }
}
