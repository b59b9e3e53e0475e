package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes ended sessions after their retention. */
@ApplicationScoped
class SessionCleanupJob {
    private final Purge purge;
    private final SessionConfig config;
    private final InstantSource clock;

    SessionCleanupJob(Purge purge, SessionConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "session-cleanup",
            every = "${gatehouse.auth.session.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "session", "id", "ended_at < ?", clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
