package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes login challenges after their retention. */
@ApplicationScoped
class ChallengeCleanupJob {
    private final Purge purge;
    private final ChallengeConfig config;
    private final InstantSource clock;

    ChallengeCleanupJob(Purge purge, ChallengeConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "challenge-cleanup",
            every = "${gatehouse.auth.challenge.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "login_challenge",
                        "reference",
                        "expires_at < ?",
                        clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
