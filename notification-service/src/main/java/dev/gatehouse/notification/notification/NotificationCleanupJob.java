package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes notifications whose retention time has passed. */
@ApplicationScoped
class NotificationCleanupJob {
    private final Purge purge;
    private final NotificationConfig config;
    private final InstantSource clock;

    NotificationCleanupJob(Purge purge, NotificationConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "notification-cleanup",
            every = "${gatehouse.notification.notification.cleanup-interval}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "notification", "id", "created_at < ?", clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
