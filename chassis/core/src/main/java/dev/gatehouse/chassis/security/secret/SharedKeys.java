package dev.gatehouse.chassis.security.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys that services hold in common, one per purpose, derived from {@code gatehouse.shared-secret} (base64, 32 bytes).
 */
@ApplicationScoped
public class SharedKeys {
    private static final String PROPERTY = "gatehouse.shared-secret";

    private final MasterSecret master;

    SharedKeys(@ConfigProperty(name = PROPERTY) Optional<String> secret) {
        this.master = MasterSecret.parse(PROPERTY, secret.orElse(""));
    }

    /** The key for this purpose: the same in every service that has the shared secret. */
    public SecretKey key(String purpose) {
        return master.derive(purpose);
    }
}
