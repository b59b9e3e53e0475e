package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/** What the clock does here: parked events and closed windows go. */
@ApplicationScoped
class IntakeJobs {
    private final PanacheParked parked;
    private final PanacheFailureWindows windows;
    private final IntakeConfig settings;
    private final Transactions transactions;
    private final InstantSource clock;

    IntakeJobs(
            PanacheParked parked,
            PanacheFailureWindows windows,
            IntakeConfig settings,
            Transactions transactions,
            InstantSource clock) {
        this.parked = parked;
        this.windows = windows;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        Instant now = clock.instant();
        return transactions
                .run(() -> parked.deleteParkedBefore(now.minus(settings.parkedFor()))
                        .chain(() -> windows.deleteStartedBefore(now.minus(settings.failedLoginWindow()))))
                .replaceWithVoid();
    }
}
