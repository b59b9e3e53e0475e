package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Makes the secret of an invitation's link from its id: 256 bits that only this service can make again. */
@ApplicationScoped
class InvitationSecrets {
    private final SecretKey key;

    InvitationSecrets(DerivedKeys keys) {
        this.key = keys.key("invitation");
    }

    /** 43 characters of base64url. */
    Secret of(UUID invitationId) {
        byte[] secret = Macs.hmacSha256(key, invitationId.toString());
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What the table holds. */
    static byte[] hash(Secret secret) {
        return Macs.sha256(secret.reveal());
    }
}
