package dev.gatehouse.chassis.security.accesstoken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.secret.Macs;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
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

    Optional<Caller> find(String token) {
        @Nullable Entry entry = entries.getIfPresent(digest(token));
        return Optional.ofNullable(entry).filter(this::good).map(Entry::caller);
    }

    void add(String token, String keyId, ECPublicKey key, TokenPolicy.Accepted accepted) {
        entries.put(digest(token), new Entry(accepted.caller(), accepted.expiresAt(), keyId, key));
    }

    private boolean good(Entry entry) {
        return TokenPolicy.unexpired(entry.expiresAt(), clock.instant())
                && keys.find(entry.keyId()).filter(entry.key()::equals).isPresent();
    }

    private static ByteBuffer digest(String token) {
        return ByteBuffer.wrap(Macs.sha256(token.getBytes(StandardCharsets.UTF_8)));
    }

    private record Entry(Caller caller, Instant expiresAt, String keyId, ECPublicKey key) {}
}
