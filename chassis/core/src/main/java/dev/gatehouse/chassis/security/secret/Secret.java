package dev.gatehouse.chassis.security.secret;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A text that must not be seen: it prints as {@code [redacted]} and compares in constant time. */
public final class Secret {
    private static final String REDACTED = "[redacted]";

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Hides this text; how a request brings a secret in. There is no way out in JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The text itself; it MUST NOT outlive the call that needs it, nor reach a log, an event or an exception. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Macs.equal(Macs.utf8(text), Macs.utf8(secret.text));
    }

    /** The same for every secret: a hash of a short text is a way to guess it. */
    @Override
    public int hashCode() {
        return REDACTED.hashCode();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
