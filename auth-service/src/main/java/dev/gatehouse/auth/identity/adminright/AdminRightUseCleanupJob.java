package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Deletes uses of admin rights before the window that is shown. */
@ApplicationScoped
class AdminRightUseCleanupJob {
    private final Purge purge;
    private final AdminRightConfig config;
    private final InstantSource clock;

    AdminRightUseCleanupJob(Purge purge, AdminRightConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "admin-right-use-cleanup",
            every = "${gatehouse.auth.adminright.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "admin_right_use",
                        List.of("account_id", "action"),
                        "last_used_at < ?",
                        clock.instant().minus(config.useWindow())))
                .replaceWithVoid();
    }
}
