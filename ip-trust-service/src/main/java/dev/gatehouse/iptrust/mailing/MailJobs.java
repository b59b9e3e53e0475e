package dev.gatehouse.iptrust.mailing;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** What the clock does here: the safety poll of the queue, and forgetting what was done long ago. */
@ApplicationScoped
class MailJobs {
    private static final Duration KEPT = Duration.ofDays(30);

    private final MailSender sender;
    private final PanacheMails mails;
    private final Transactions transactions;
    private final InstantSource clock;

    MailJobs(MailSender sender, PanacheMails mails, Transactions transactions, InstantSource clock) {
        this.sender = sender;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        sender.wake();
    }

    @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return transactions
                .run(() -> mails.deleteDoneBefore(clock.instant().minus(KEPT)))
                .replaceWithVoid();
    }
}
