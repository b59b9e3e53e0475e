package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Creates the first refresh token of a session and the successor of another. */
@ApplicationScoped
public class RefreshTokens {
    private final SecretKey key;
    private final RandomSecrets random;

    RefreshTokens(DerivedKeys keys, RandomSecrets random) {
        this.key = keys.key("refresh-successor");
        this.random = random;
    }

    /** The first token of a session. */
    public RefreshToken first(UUID sessionId) {
        return new RefreshToken(sessionId, Secret.of(random.next()));
    }

    /** The only successor of this token. */
    public RefreshToken successor(RefreshToken token) {
        byte[] next = Macs.hmacSha256(key, token.secret().reveal());
        return new RefreshToken(
                token.sessionId(),
                Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(next)));
    }

    /**
     * Whether the token with this hash descends from the given one within so many rotations. This proves that the given
     * token was valid once, although it is not stored.
     */
    public boolean leadsTo(RefreshToken ancestor, Digest hash, int rotations) {
        RefreshToken token = ancestor;
        for (int step = 0; step < rotations; step++) {
            token = successor(token);
            if (token.hash().equals(hash)) {
                return true;
            }
        }
        return false;
    }
}
