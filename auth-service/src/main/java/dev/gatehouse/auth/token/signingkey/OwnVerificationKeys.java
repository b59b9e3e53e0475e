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

/** The service that mints verifies with its own keys, without a way round over HTTP. */
@ApplicationScoped
class OwnVerificationKeys implements VerificationKeys {
    /** An unproven token must not make us read the table as often as it likes. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final SigningKeys keys;
    private final InstantSource clock;
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.EPOCH);

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
        Instant next = nextLook.get();
        if (now.isBefore(next) || !nextLook.compareAndSet(next, now.plus(BETWEEN_LOOKS))) {
            return Uni.createFrom().voidItem();
        }
        return keys.refresh().onFailure().recoverWithNull();
    }
}
