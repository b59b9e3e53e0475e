package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes uses of admin rights before the window that is shown. */
@ApplicationScoped
class AdminRightUseCleanupJob {
    private final PanacheAdminRightUses uses;
    private final Transactions transactions;
    private final AdminRightConfig config;
    private final InstantSource clock;

    AdminRightUseCleanupJob(
            PanacheAdminRightUses uses, Transactions transactions, AdminRightConfig config, InstantSource clock) {
        this.uses = uses;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.auth.adminright.cleanup-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOld() {
        return transactions.run(() -> uses.deleteBefore(clock.instant().minus(config.useWindow())));
    }
}
