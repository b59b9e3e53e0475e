package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes closed verifications after their retention. */
@ApplicationScoped
class VerificationCleanupJob {
    private final Purge purge;
    private final VerificationConfig config;
    private final InstantSource clock;

    VerificationCleanupJob(Purge purge, VerificationConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "verification-cleanup",
            every = "${gatehouse.ip-trust.verification.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "verification", "id", "closed_at < ?", clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
