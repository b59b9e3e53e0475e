package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Deletes rows whose trust ended a week ago. */
@ApplicationScoped
class TrustedAddressCleanupJob {
    private static final Duration RETENTION = Duration.ofDays(7);

    private final Purge purge;
    private final InstantSource clock;

    TrustedAddressCleanupJob(Purge purge, InstantSource clock) {
        this.purge = purge;
        this.clock = clock;
    }

    @Scheduled(
            identity = "trusted-address-cleanup",
            every = "${gatehouse.ip-trust.trustedaddress.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "trusted_address", "id", "ended_at < ?", clock.instant().minus(RETENTION)))
                .replaceWithVoid();
    }
}
