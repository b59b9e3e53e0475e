package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/** Deletes deferred notifications whose account never appeared, and windows that are over. */
@ApplicationScoped
class IntakeCleanupJob {
    private final PanacheDeferredNotifications deferred;
    private final PanacheFailedLoginWindows windows;
    private final IntakeConfig config;
    private final Transactions transactions;
    private final InstantSource clock;

    IntakeCleanupJob(
            PanacheDeferredNotifications deferred,
            PanacheFailedLoginWindows windows,
            IntakeConfig config,
            Transactions transactions,
            InstantSource clock) {
        this.deferred = deferred;
        this.windows = windows;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            every = "{gatehouse.notification.intake.cleanup-interval}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOld() {
        Instant now = clock.instant();
        return transactions
                .run(() -> deferred.deleteDeferredBefore(now.minus(config.deferredRetention()))
                        .chain(() -> windows.deleteStartedBefore(now.minus(config.failedLoginWindow()))))
                .replaceWithVoid();
    }
}
