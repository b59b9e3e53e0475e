package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.job.Purge;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Deletes trust that ended longer ago than a message about it can be late. */
@ApplicationScoped
class TrustedAddressCleanupJob {
    /** A version is the time in milliseconds at least, so an older one was published before. */
    private static final Duration KEPT = Topic.LONGEST_ABSENCE.plusDays(5);

    private final Purge purge;
    private final InstantSource clock;

    TrustedAddressCleanupJob(Purge purge, InstantSource clock) {
        this.purge = purge;
        this.clock = clock;
    }

    @Scheduled(
            identity = "trusted-address-cleanup",
            every = "${gatehouse.auth.iptrust.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        Instant now = clock.instant();
        long changedBefore = now.minus(KEPT).toEpochMilli();
        return purge.run(new Purge.Rows(
                        "trusted_address",
                        List.of("account_id", "network"),
                        "version < ? AND (trusted_until IS NULL OR trusted_until < ?)",
                        List.of(changedBefore, UtcTimes.of(now))))
                .replaceWithVoid();
    }
}
