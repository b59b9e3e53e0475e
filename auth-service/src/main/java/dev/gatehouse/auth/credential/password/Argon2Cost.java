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
    /** The minimum for new hashes. */
    static final Argon2Cost FLOOR = new Argon2Cost(19_456, 2, 1);

    private static final Argon2Cost CEILING = new Argon2Cost(1_048_576, 16, 16);

    /** These parameters for new hashes; throws with a sentence for the operator when one is out of range. */
    static Argon2Cost configured(int memoryKib, int iterations, int parallelism) {
        requireBetween("hash-memory-kib", memoryKib, FLOOR.memoryKib, CEILING.memoryKib);
        requireBetween("hash-iterations", iterations, FLOOR.iterations, CEILING.iterations);
        requireBetween("hash-parallelism", parallelism, FLOOR.parallelism, CEILING.parallelism);
        return new Argon2Cost(memoryKib, iterations, parallelism);
    }

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
                && parallelism <= CEILING.parallelism
                && iterations >= 1
                && iterations <= CEILING.iterations
                && memoryKib >= 8 * parallelism
                && memoryKib <= CEILING.memoryKib;
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalStateException("The setting gatehouse.auth.password." + name + " must be from " + least
                    + " to " + most + ", but it is " + value);
        }
    }
}
