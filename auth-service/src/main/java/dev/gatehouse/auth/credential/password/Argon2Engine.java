package dev.gatehouse.auth.credential.password;

/** Computes the raw Argon2id tag (version 0x13); two engines MUST agree on every input. */
interface Argon2Engine {
    /** The tag of this length; blocks for as long as the cost says. */
    byte[] tag(Argon2Cost cost, byte[] input, byte[] salt, int length);

    /** For the log line at start. */
    String name();
}
