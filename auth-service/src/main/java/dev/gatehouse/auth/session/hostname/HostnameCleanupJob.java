package dev.gatehouse.auth.session.hostname;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes hostnames after their retention. */
@ApplicationScoped
class HostnameCleanupJob {
    private final Purge purge;
    private final HostnameConfig config;
    private final InstantSource clock;

    HostnameCleanupJob(Purge purge, HostnameConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "hostname-cleanup",
            every = "${gatehouse.auth.hostname.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "hostname", "ip", "resolved_at < ?", clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
