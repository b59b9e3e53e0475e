package dev.gatehouse.auth.login.limit;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes counters that no attempt can meet any more, or that say nothing. */
@ApplicationScoped
class LimitCleanupJob {
    private final Purge purge;
    private final InstantSource clock;

    LimitCleanupJob(Purge purge, InstantSource clock) {
        this.purge = purge;
        this.clock = clock;
    }

    @Scheduled(
            identity = "login-limit-cleanup",
            every = "${gatehouse.auth.login.limit.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of("login_limit", "id", "forget_at < ?", clock.instant()))
                .replaceWithVoid();
    }
}
