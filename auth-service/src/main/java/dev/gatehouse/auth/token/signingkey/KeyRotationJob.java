package dev.gatehouse.auth.token.signingkey;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Reads, creates and drops keys at the start and then regularly. A failure is retried at the next run. */
@ApplicationScoped
class KeyRotationJob {
    private static final Logger LOG = Logger.getLogger(KeyRotationJob.class);

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
                .invoke(failure -> LOG.warnf("Signing keys were not refreshed cause=%s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
