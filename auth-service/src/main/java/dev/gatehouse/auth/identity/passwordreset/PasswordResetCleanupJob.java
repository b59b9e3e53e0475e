package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes requests after their retention, used or not. */
@ApplicationScoped
class PasswordResetCleanupJob {
    private final Purge purge;
    private final PasswordResetConfig config;
    private final InstantSource clock;

    PasswordResetCleanupJob(Purge purge, PasswordResetConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "password-reset-cleanup",
            every = "${gatehouse.auth.password-reset.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "password_reset",
                        "id",
                        "expires_at < ?",
                        clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
