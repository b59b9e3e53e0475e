package dev.gatehouse.auth.token.signingkey;

import dev.gatehouse.chassis.security.secret.Macs;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** A public key in the form of RFC 7517, for P-256 (RFC 7518, section 6.2.1). */
record Jwk(String kty, String crv, String alg, String use, String kid, String x, String y) {
    private static final int COORDINATE_BYTES = 32;

    static Jwk of(SigningKey key) {
        return of(key.publicKey(), key.kid());
    }

    /** The id of a key: its thumbprint (RFC 7638), over the required members in lexicographic order. */
    static String thumbprint(ECPublicKey key) {
        Jwk jwk = of(key, "");
        String canonical = "{\"crv\":\"" + jwk.crv + "\",\"kty\":\"" + jwk.kty + "\",\"x\":\"" + jwk.x + "\",\"y\":\""
                + jwk.y + "\"}";
        return base64Url(Macs.sha256(canonical));
    }

    private static Jwk of(ECPublicKey key, String kid) {
        String x = coordinate(key.getW().getAffineX());
        String y = coordinate(key.getW().getAffineY());
        return new Jwk("EC", "P-256", "ES256", "sig", kid, x, y);
    }

    /** Always 32 bytes: leading zeros are part of it, the sign byte of a big integer is not. */
    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return base64Url(fixed);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
