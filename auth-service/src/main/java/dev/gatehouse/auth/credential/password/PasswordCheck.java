package dev.gatehouse.auth.credential.password;

/** What the check of a typed password found. */
public sealed interface PasswordCheck {
    /**
     * It is the one.
     *
     * @param needsRehash its hash costs less than new ones do: hash it again while the plain text is at hand
     */
    record Match(boolean needsRehash) implements PasswordCheck {}

    /** It is not the one, or there is none. */
    record Mismatch() implements PasswordCheck {}
}
