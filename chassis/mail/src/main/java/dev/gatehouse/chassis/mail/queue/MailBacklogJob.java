package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.queue.PanacheMails.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Measures how many mails are pending and for how long. */
@ApplicationScoped
class MailBacklogJob {
    private final PanacheMails mails;
    private final Transactions transactions;
    private final InstantSource clock;
    private volatile Backlog backlog = new Backlog(0, null);

    MailBacklogJob(PanacheMails mails, Transactions transactions, InstantSource clock, MeterRegistry meters) {
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
        meters.gauge("gatehouse.mail.pending", this, MailBacklogJob::pending);
        meters.gauge("gatehouse.mail.oldest.pending.seconds", this, MailBacklogJob::oldestSeconds);
    }

    @Scheduled(
            every = "${gatehouse.mail.queue.measure-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return transactions
                .read(() -> mails.backlog())
                .invoke(measured -> backlog = measured)
                .replaceWithVoid();
    }

    private double pending() {
        return backlog.mails();
    }

    private double oldestSeconds() {
        Instant oldest = backlog.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
