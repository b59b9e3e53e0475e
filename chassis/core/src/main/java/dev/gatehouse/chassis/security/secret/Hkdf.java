package dev.gatehouse.chassis.security.secret;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Key derivation by RFC 5869 with SHA-256, cut to the one length that is needed here: a single block of 32 bytes. */
final class Hkdf {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_LENGTH = 32;

    private Hkdf() {}

    /** Extract and expand in one; an absent salt is 32 zero bytes (section 2.2). */
    static byte[] derive(byte[] inputKey, byte[] salt, byte[] context) {
        byte[] usedSalt = salt.length == 0 ? new byte[HASH_LENGTH] : salt;
        byte[] pseudorandomKey = Macs.hmacSha256(key(usedSalt), inputKey);
        byte[] firstBlock = Arrays.copyOf(context, context.length + 1);
        firstBlock[context.length] = 1;
        return Macs.hmacSha256(key(pseudorandomKey), firstBlock);
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }
}
