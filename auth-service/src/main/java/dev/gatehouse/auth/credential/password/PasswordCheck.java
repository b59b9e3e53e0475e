package dev.gatehouse.auth.credential.password;

/** The outcome of checking an entered password. */
public sealed interface PasswordCheck {
    /**
     * The password is right.
     *
     * @param needsRehash the stored hash costs less than new ones: rehash while the plain text is available
     */
    record Match(boolean needsRehash) implements PasswordCheck {}

    /** The password is wrong, or none is stored. */
    record Mismatch() implements PasswordCheck {}
}
