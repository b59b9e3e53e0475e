package dev.gatehouse.auth.token.signingkey;

import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at the keys from the start on and then regularly; a database that is away is met again at the next look. */
@ApplicationScoped
class KeyRotation {
    private static final Log LOG = Log.of(KeyRotation.class);

    private final SigningKeys keys;

    KeyRotation(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(
            identity = "signing-key-rotation",
            every = "${gatehouse.signing-key.check-every:PT1M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return keys.refresh()
                .onFailure()
                .invoke(failure -> LOG.with("cause", failure.toString()).warn("signing keys not refreshed"))
                .onFailure()
                .recoverWithNull();
    }
}
