package dev.gatehouse.auth.identity.passwordform;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.Secret;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Makes the secret of a mailed link from the id of its row: 256 bits that only this service can make again. */
public final class LinkSecrets {
    private final SecretKey key;

    /** Those of one purpose: the same id has another secret for another purpose. */
    public LinkSecrets(DerivedKeys keys, String purpose) {
        this.key = keys.key(purpose);
    }

    /** 43 characters of base64url. */
    public Secret of(UUID id) {
        byte[] secret = Macs.hmacSha256(key, id.toString());
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What the table holds. */
    public static byte[] hash(Secret secret) {
        return Macs.sha256(secret.reveal());
    }
}
