package dev.gatehouse.auth.token.signingkey;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads, creates and drops keys at the start and then regularly. A failure is retried at the next run. */
@ApplicationScoped
class KeyRotationJob {
    private final SigningKeys keys;

    KeyRotationJob(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(
            identity = "signing-key-rotation",
            every = "${gatehouse.auth.signingkey.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return keys.refresh();
    }
}
