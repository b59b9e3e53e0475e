package dev.gatehouse.auth.token.signingkey;

import dev.gatehouse.chassis.security.accesstoken.VerificationKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Verifies with the keys of this service, without HTTP. */
@ApplicationScoped
class OwnVerificationKeys implements VerificationKeys {
    /** Limits how often an unverified token can cause a read of the table. */
    private static final Duration REFRESH_SPACING = Duration.ofSeconds(5);

    private final SigningKeys keys;
    private final InstantSource clock;
    private final AtomicReference<Instant> nextRefresh = new AtomicReference<>(Instant.EPOCH);

    OwnVerificationKeys(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<ECPublicKey> find(String keyId) {
        return keys.find(keyId).map(SigningKey::publicKey);
    }

    @Override
    public Uni<Void> refresh() {
        Instant now = clock.instant();
        Instant next = nextRefresh.get();
        if (now.isBefore(next) || !nextRefresh.compareAndSet(next, now.plus(REFRESH_SPACING))) {
            return Uni.createFrom().voidItem();
        }
        return keys.refresh().onFailure().recoverWithNull();
    }
}
