package dev.gatehouse.chassis.security.secret;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import java.util.Base64;
import javax.crypto.SecretKey;

/** The configured 256 bits that keys are derived from. */
final class MasterSecret {
    private static final int LENGTH = 32;
    private static final byte[] NO_SALT = {};

    private final byte[] bytes;

    private MasterSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    static MasterSecret parse(String property, String base64) {
        byte[] bytes = decode(property, base64.strip());
        if (bytes.length != LENGTH) {
            throw new RefusedSetting("The setting " + property + " must be 32 random bytes in base64");
        }
        return new MasterSecret(bytes);
    }

    SecretKey derive(String purpose) {
        return Hkdf.key(Hkdf.derive(bytes, NO_SALT, Macs.utf8(purpose)));
    }

    /** The cause is left out, because it would quote the secret. */
    private static byte[] decode(String property, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException invalid) {
            throw new RefusedSetting("The setting " + property + " is not valid base64");
        }
    }
}
