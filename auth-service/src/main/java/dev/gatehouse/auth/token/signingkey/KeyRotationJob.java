package dev.gatehouse.auth.token.signingkey;

import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads, creates and drops keys at the start and then regularly. A failure is retried at the next run. */
@ApplicationScoped
class KeyRotationJob {
    private static final Log LOG = Log.of(KeyRotationJob.class);

    private final SigningKeys keys;

    KeyRotationJob(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(
            identity = "signing-key-rotation",
            every = "${gatehouse.auth.signingkey.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return keys.refresh()
                .onFailure()
                .invoke(failure -> LOG.with("cause", failure.toString()).warn("Signing keys were not refreshed"))
                .onFailure()
                .recoverWithNull();
    }
}
