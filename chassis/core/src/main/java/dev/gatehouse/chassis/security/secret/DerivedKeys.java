package dev.gatehouse.chassis.security.secret;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Keys of this service alone, one per purpose, derived from {@code gatehouse.secret} (base64, 32 bytes). */
@ApplicationScoped
public class DerivedKeys {
    private static final String PROPERTY = "gatehouse.secret";

    private final MasterSecret master;

    @Inject
    DerivedKeys(SuiteConfig suite) {
        this(suite.secret());
    }

    DerivedKeys(Optional<String> secret) {
        this.master = MasterSecret.parse(PROPERTY, secret.orElse(""));
    }

    /** The key for this purpose: the same in every replica and after every restart. */
    public SecretKey key(String purpose) {
        return master.derive(purpose);
    }

    /**
     * The key for this purpose of another secret (base64, 32 bytes) than that of the service. Fails with a sentence
     * that names the setting and does not quote it.
     */
    public static SecretKey ofSecret(String property, String secret, String purpose) {
        return MasterSecret.parse(property, secret).derive(purpose);
    }
}
