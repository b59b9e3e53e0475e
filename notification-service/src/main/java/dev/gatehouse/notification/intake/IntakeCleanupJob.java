package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/** Deletes deferred notifications whose account never appeared, and windows that are over. */
@ApplicationScoped
class IntakeCleanupJob {
    private final Purge purge;
    private final IntakeConfig config;
    private final InstantSource clock;

    IntakeCleanupJob(Purge purge, IntakeConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "intake-cleanup",
            every = "${gatehouse.notification.intake.cleanup-interval}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        Instant now = clock.instant();
        return purge.run(Purge.Rows.of(
                        "deferred_notification", "event_id", "deferred_at < ?", now.minus(config.deferredRetention())))
                .chain(() -> purge.run(Purge.Rows.of(
                        "failed_login_window", "account_id", "started_at < ?", now.minus(config.failedLoginWindow()))))
                .replaceWithVoid();
    }
}
