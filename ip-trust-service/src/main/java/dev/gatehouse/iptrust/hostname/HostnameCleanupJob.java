package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Deletes addresses and uses that are past their retention. */
@ApplicationScoped
class HostnameCleanupJob {
    private static final Duration ADDRESS_RETENTION = Duration.ofDays(30);
    private static final Duration USE_RETENTION = Duration.ofDays(400);

    private final Purge purge;
    private final InstantSource clock;

    HostnameCleanupJob(Purge purge, InstantSource clock) {
        this.purge = purge;
        this.clock = clock;
    }

    @Scheduled(
            identity = "hostname-cleanup",
            every = "${gatehouse.ip-trust.hostname.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        Instant now = clock.instant();
        return purge.run(Purge.Rows.of("address", "ip", "requested_at < ?", now.minus(ADDRESS_RETENTION)))
                .chain(() -> purge.run(Purge.Rows.of(
                        "address_use", List.of("ip", "account_id"), "last_used_at < ?", now.minus(USE_RETENTION))))
                .replaceWithVoid();
    }
}
