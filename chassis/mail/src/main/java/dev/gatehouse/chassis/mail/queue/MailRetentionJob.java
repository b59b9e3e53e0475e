package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Deletes mails that ended long ago. */
@ApplicationScoped
class MailRetentionJob {
    private final PanacheMails mails;
    private final Transactions transactions;
    private final Duration retention;
    private final InstantSource clock;

    MailRetentionJob(PanacheMails mails, Transactions transactions, MailQueueConfig config, InstantSource clock) {
        this.mails = mails;
        this.transactions = transactions;
        this.retention = config.retention();
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.mail.queue.cleanup-every}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteEnded() {
        return transactions.run(() -> mails.deleteEndedBefore(clock.instant().minus(retention)));
    }
}
