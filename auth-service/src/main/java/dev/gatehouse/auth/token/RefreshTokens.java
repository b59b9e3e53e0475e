package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Creates the first refresh token of a session and the successor of another, and recognises its own.
 *
 * <p>A token says its generation under a seal. So a forged token costs one keyed digest, and an old one is recognised
 * as such without a look at its successors, however many there are.
 */
@ApplicationScoped
public class RefreshTokens {
    private final SecretKey successorKey;
    private final SecretKey sealKey;
    private final RandomSecrets random;

    RefreshTokens(DerivedKeys keys, RandomSecrets random) {
        this.successorKey = keys.key("refresh-successor");
        this.sealKey = keys.key("refresh-seal");
        this.random = random;
    }

    /** The first token of a session. */
    public RefreshToken first(UUID sessionId) {
        return sealed(sessionId, 0, Secret.of(random.next()));
    }

    /** The only successor of this token. */
    public RefreshToken successor(RefreshToken token) {
        Secret next = digest(successorKey, token.secret().reveal());
        return sealed(token.sessionId(), token.generation() + 1, next);
    }

    /** Whether this token was made here; compares in constant time. */
    public boolean isGenuine(RefreshToken token) {
        Secret seal = seal(token.sessionId(), token.generation(), token.secret());
        return Macs.equal(bytes(seal), bytes(token.seal()));
    }

    private RefreshToken sealed(UUID sessionId, int generation, Secret secret) {
        return new RefreshToken(sessionId, generation, secret, seal(sessionId, generation, secret));
    }

    private Secret seal(UUID sessionId, int generation, Secret secret) {
        return digest(sealKey, RefreshToken.sealed(sessionId, generation, secret));
    }

    private static Secret digest(SecretKey key, String text) {
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(Macs.hmacSha256(key, text)));
    }

    private static byte[] bytes(Secret secret) {
        return secret.reveal().getBytes(StandardCharsets.US_ASCII);
    }
}
