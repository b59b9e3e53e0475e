package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/** What the clock does here: deferred notifications and closed windows go. */
@ApplicationScoped
class IntakeJobs {
    private final PanacheDeferredNotifications deferred;
    private final PanacheFailureWindows windows;
    private final IntakeConfig settings;
    private final Transactions transactions;
    private final InstantSource clock;

    IntakeJobs(
            PanacheDeferredNotifications deferred,
            PanacheFailureWindows windows,
            IntakeConfig settings,
            Transactions transactions,
            InstantSource clock) {
        this.deferred = deferred;
        this.windows = windows;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        Instant now = clock.instant();
        return transactions
                .run(() -> deferred.deleteDeferredBefore(now.minus(settings.deferredRetention()))
                        .chain(() -> windows.deleteStartedBefore(now.minus(settings.failedLoginWindow()))))
                .replaceWithVoid();
    }
}
