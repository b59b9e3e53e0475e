package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes notifications whose retention time has passed. */
@ApplicationScoped
class NotificationCleanupJob {
    private final PanacheNotifications rows;
    private final NotificationConfig config;
    private final Transactions transactions;
    private final InstantSource clock;

    NotificationCleanupJob(
            PanacheNotifications rows, NotificationConfig config, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            every = "{gatehouse.notification.notification.cleanup-interval}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOld() {
        return transactions
                .run(() -> rows.deleteOlderThan(clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
