package dev.gatehouse.chassis.security.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Digests, keyed or not, and their comparison in constant time. */
public final class Macs {
    private static final String HMAC_SHA_256 = "HmacSHA256";
    private static final String SHA_256 = "SHA-256";

    private Macs() {}

    /** The keyed digest (RFC 2104) of the message: 32 bytes. */
    public static byte[] hmacSha256(SecretKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC_SHA_256);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    /** The keyed digest of a text in UTF-8. */
    public static byte[] hmacSha256(SecretKey key, String message) {
        return hmacSha256(key, utf8(message));
    }

    /** The plain digest, enough only for what has 256 random bits of its own. */
    public static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance(SHA_256).digest(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The plain digest of a text in UTF-8, enough only for what has 256 random bits of its own. */
    public static byte[] sha256(String message) {
        return sha256(utf8(message));
    }

    /** Lower-case hexadecimal. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether both are the same; it takes the same time wherever the difference is. */
    public static boolean equal(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
