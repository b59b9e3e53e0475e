package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.Macs;
import java.util.Arrays;

/** A SHA-256 digest as a value; compares in constant time. */
public final class Digest {
    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The digest of a text in UTF-8. */
    public static Digest of(String text) {
        return new Digest(Macs.sha256(text));
    }

    /** The digest that a column holds. */
    public static Digest stored(byte[] bytes) {
        return new Digest(bytes.clone());
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && Macs.equal(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Digest";
    }
}
