package dev.gatehouse.chassis.security.secret;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Proves a short value to a service that does not know it yet. Only holders of the shared secret can make or check the
 * proof, so it may travel where the value may not.
 */
public final class KeyedProof {
    private final SecretKey key;

    KeyedProof(SecretKey key) {
        this.key = key;
    }

    /** Lower-case hex of HMAC-SHA-256 over {@code reference:value}. */
    public String of(UUID reference, String value) {
        return Macs.hex(Macs.hmacSha256(key, reference + ":" + value));
    }

    /** Whether the value is the one that was proven; takes the same time wherever the difference is. */
    public boolean fits(String proof, UUID reference, String value) {
        return Macs.equal(bytes(proof), bytes(of(reference, value)));
    }

    private static byte[] bytes(String proof) {
        return proof.getBytes(StandardCharsets.US_ASCII);
    }
}
