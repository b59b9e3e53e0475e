package dev.gatehouse.auth.credential.password;

/**
 * How dear one hash is; never less than the floor of the OWASP Password Storage Cheat Sheet.
 *
 * @param memoryKib memory of one computation
 * @param iterations passes over that memory
 * @param parallelism lanes, computed one after the other here
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {
    /** The least that a new hash may cost. */
    public static final Argon2Cost FLOOR = new Argon2Cost(19_456, 2, 1);

    private static final Argon2Cost CEILING = new Argon2Cost(1_048_576, 16, 16);

    /** These parameters for new hashes: refused with a sentence when below the floor or beyond all reason. */
    public static Argon2Cost configured(int memoryKib, int iterations, int parallelism) {
        requireBetween("memory-kib", memoryKib, FLOOR.memoryKib, CEILING.memoryKib);
        requireBetween("iterations", iterations, FLOOR.iterations, CEILING.iterations);
        requireBetween("parallelism", parallelism, FLOOR.parallelism, CEILING.parallelism);
        return new Argon2Cost(memoryKib, iterations, parallelism);
    }

    /** Whether a hash of this cost should be replaced by one of the other. */
    public boolean weakerThan(Argon2Cost other) {
        return memoryKib < other.memoryKib || iterations < other.iterations || parallelism < other.parallelism;
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
            throw new IllegalStateException("The setting gatehouse.auth.password-hashing." + name + " must be from "
                    + least + " to " + most + ", but it is " + value);
        }
    }
}
