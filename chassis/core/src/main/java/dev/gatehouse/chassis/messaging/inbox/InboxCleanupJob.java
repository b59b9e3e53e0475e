package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.job.Purge;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Deletes receipts of records that cannot be delivered again. */
@ApplicationScoped
class InboxCleanupJob {
    private static final Duration KEPT = Topic.LONGEST_ABSENCE.plusDays(5);

    private final Purge purge;
    private final InstantSource clock;

    InboxCleanupJob(Purge purge, InstantSource clock) {
        this.purge = purge;
        this.clock = clock;
    }

    @Scheduled(
            identity = "inbox-cleanup",
            every = "${gatehouse.inbox.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "inbox",
                        List.of("consumer", "event_id"),
                        "received_at < ?",
                        clock.instant().minus(KEPT)))
                .replaceWithVoid();
    }
}
