package dev.gatehouse.chassis.security.secret;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import jakarta.enterprise.context.ApplicationScoped;
import javax.crypto.SecretKey;

/**
 * Keys that services hold in common, one per purpose, derived from {@code gatehouse.shared-secret} (base64, 32 bytes).
 */
@ApplicationScoped
public class SharedKeys {
    private static final String PROPERTY = "gatehouse.shared-secret";

    private final MasterSecret master;

    SharedKeys(SuiteConfig suite) {
        this.master = MasterSecret.parse(PROPERTY, suite.sharedSecret().orElse(""));
    }

    /** The key for this purpose: the same in every service that has the shared secret. */
    public SecretKey key(String purpose) {
        return master.derive(purpose);
    }

    /** Proofs for this purpose: every service that has the shared secret can make and check them. */
    public KeyedProof proof(String purpose) {
        return new KeyedProof(key(purpose));
    }
}
