package dev.gatehouse.notification.notice;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** What the clock does here: old notices go. */
@ApplicationScoped
class NoticeJobs {
    private final PanacheNotices rows;
    private final NoticeConfig settings;
    private final Transactions transactions;
    private final InstantSource clock;

    NoticeJobs(PanacheNotices rows, NoticeConfig settings, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return transactions
                .run(() -> rows.deleteOlderThan(clock.instant().minus(settings.retention())))
                .replaceWithVoid();
    }
}
