package dev.gatehouse.auth.login.limit;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes counters that no attempt can meet any more, or that say nothing. */
@ApplicationScoped
class LimitCleanupJob {
    private static final Log LOG = Log.of(LimitCleanupJob.class);

    private final Transactions transactions;
    private final SqlLimits counters;
    private final InstantSource clock;

    LimitCleanupJob(Transactions transactions, SqlLimits counters, InstantSource clock) {
        this.transactions = transactions;
        this.counters = counters;
        this.clock = clock;
    }

    @Scheduled(
            identity = "login-limit-cleanup",
            every = "${gatehouse.auth.login.limit.cleanup-every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions
                .runSql(tx -> counters.deleteOutdated(tx, clock.instant()))
                .onFailure()
                .invoke(failure -> LOG.with("cause", failure).warn("Counters of failed logins were not deleted"))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
