package dev.gatehouse.chassis.security.accesstoken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.chassis.security.secret.Macs;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature and claims were found good, by their SHA-256, because checking a signature costs half a
 * millisecond and a client sends the same token for minutes.
 *
 * <p>Remembers nothing that can change: expiry is compared with the clock each time, a key that was withdrawn takes its
 * tokens with it, and revocation is asked elsewhere on every request.
 */
@ApplicationScoped
class VerifiedTokens {
    private static final int MOST = 10_000;

    private final Cache<ByteBuffer, Entry> entries = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(TokenPolicy.LONGEST_LIFE)
            .build();
    private final VerificationKeys keys;
    private final InstantSource clock;

    VerifiedTokens(VerificationKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Optional<TokenPolicy.Accepted> find(String token) {
        @Nullable Entry entry = entries.getIfPresent(digest(token));
        return Optional.ofNullable(entry).filter(this::good).map(Entry::accepted);
    }

    void add(String token, String keyId, ECPublicKey key, TokenPolicy.Accepted accepted) {
        entries.put(digest(token), new Entry(accepted, keyId, key));
    }

    private boolean good(Entry entry) {
        return TokenPolicy.unexpired(entry.accepted().expiresAt(), clock.instant())
                && keys.find(entry.keyId()).filter(entry.key()::equals).isPresent();
    }

    private static ByteBuffer digest(String token) {
        return ByteBuffer.wrap(Macs.sha256(token.getBytes(StandardCharsets.UTF_8)));
    }

    private record Entry(TokenPolicy.Accepted accepted, String keyId, ECPublicKey key) {}
}
