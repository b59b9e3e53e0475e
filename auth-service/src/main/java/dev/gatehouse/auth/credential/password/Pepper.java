package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import javax.crypto.SecretKey;

/** Keys a password before it is hashed, so that a stolen database alone is not enough to guess from. */
@ApplicationScoped
class Pepper {
    private static final String KEY_ID_LABEL = "key-id";
    private static final int KEY_ID_LENGTH = 16;

    private final SecretKey key;
    private final String keyId;

    @Inject
    Pepper(DerivedKeys keys) {
        this(keys.key("password-pepper"));
    }

    Pepper(SecretKey key) {
        this.key = key;
        this.keyId = Macs.hex(Macs.hmacSha256(key, KEY_ID_LABEL)).substring(0, KEY_ID_LENGTH);
    }

    /** The keyed digest that is hashed in place of the password. */
    byte[] apply(Secret password) {
        return Macs.hmacSha256(key, Normalizer.normalize(password.reveal(), Normalizer.Form.NFC));
    }

    /** Identifies the key without revealing it; stored with every hash. */
    String keyId() {
        return keyId;
    }
}
