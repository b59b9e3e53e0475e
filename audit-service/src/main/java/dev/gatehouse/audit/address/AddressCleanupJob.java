package dev.gatehouse.audit.address;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes hostnames after their retention. */
@ApplicationScoped
class AddressCleanupJob {
    private final Purge purge;
    private final AddressConfig config;
    private final InstantSource clock;

    AddressCleanupJob(Purge purge, AddressConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "address-cleanup",
            every = "${gatehouse.audit.address.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "address", "ip", "resolved_at < ?", clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
