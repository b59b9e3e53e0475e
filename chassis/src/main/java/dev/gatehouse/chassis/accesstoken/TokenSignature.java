package dev.gatehouse.chassis.accesstoken;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;

/** ES256 (RFC 7518, section 3.4): ECDSA over P-256 with SHA-256, both numbers as 32 bytes. */
final class TokenSignature {
    private static final int BYTES = 64;

    private TokenSignature() {}

    static boolean holds(CompactToken token, ECPublicKey key) {
        if (token.signature().length != BYTES) {
            return false;
        }
        try {
            // Zero and oversized numbers are refused by the provider (CVE-2022-21449 and its test among ours).
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update(token.signed());
            return signature.verify(token.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
