package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes ended sessions after their retention. */
@ApplicationScoped
class SessionCleanupJob {
    private static final Log LOG = Log.of(SessionCleanupJob.class);

    private final Transactions transactions;
    private final PanacheSessions rows;
    private final SessionConfig config;
    private final InstantSource clock;

    SessionCleanupJob(Transactions transactions, PanacheSessions rows, SessionConfig config, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "session-cleanup",
            every = "${gatehouse.auth.session.cleanup-every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions
                .run(() -> rows.deleteEndedBefore(clock.instant().minus(config.retention())))
                .onFailure()
                .invoke(failure -> LOG.with("cause", failure).warn("Ended sessions were not deleted"))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
