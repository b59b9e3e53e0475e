package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** What the clock does here: old notifications go. */
@ApplicationScoped
class NotificationCleanupJob {
    private final PanacheNotifications rows;
    private final NotificationConfig settings;
    private final Transactions transactions;
    private final InstantSource clock;

    NotificationCleanupJob(
            PanacheNotifications rows, NotificationConfig settings, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return transactions
                .run(() -> rows.deleteOlderThan(clock.instant().minus(settings.retention())))
                .replaceWithVoid();
    }
}
