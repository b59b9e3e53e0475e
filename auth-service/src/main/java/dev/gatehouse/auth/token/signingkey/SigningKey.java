package dev.gatehouse.auth.token.signingkey;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;

/**
 * A key and its generation.
 *
 * @param signsFrom when it takes over from the generation before it
 */
record SigningKey(int generation, String kid, ECPublicKey publicKey, ECPrivateKey privateKey, Instant signsFrom) {
    /** Without the private part. */
    @Override
    public String toString() {
        return "SigningKey[generation=" + generation + ", kid=" + kid + ", signsFrom=" + signsFrom + "]";
    }
}
