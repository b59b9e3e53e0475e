package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes mails that ended long ago. */
@ApplicationScoped
class MailCleanupJob {
    private final Purge purge;
    private final MailQueueConfig config;
    private final InstantSource clock;

    MailCleanupJob(Purge purge, MailQueueConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "mail-cleanup",
            every = "${gatehouse.mail.queue.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "mail", "id", "ended_at < ?", clock.instant().minus(config.retention())))
                .replaceWithVoid();
    }
}
