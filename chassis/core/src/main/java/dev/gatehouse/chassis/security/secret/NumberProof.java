package dev.gatehouse.chassis.security.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Proves a short number to a service that never sees it until somebody types it: only holders of the shared secret can
 * make or check the proof, so it may travel where the number may not.
 */
@ApplicationScoped
public class NumberProof {
    private final SecretKey key;

    NumberProof(SharedKeys keys) {
        this.key = keys.key("match-number");
    }

    /** Lower-case hex of HMAC-SHA-256 over {@code reference:number}; the number exactly as it is shown to people. */
    public String of(UUID reference, String number) {
        return Macs.hex(Macs.hmacSha256(key, reference + ":" + number));
    }

    /** Whether the number is the one that was proven, in constant time. */
    public boolean fits(String proof, UUID reference, String number) {
        return Macs.equal(bytes(proof), bytes(of(reference, number)));
    }

    private static byte[] bytes(String proof) {
        return proof.getBytes(StandardCharsets.US_ASCII);
    }
}
