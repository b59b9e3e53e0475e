package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes login challenges after their retention. */
@ApplicationScoped
class ChallengeCleanupJob {
    private static final Log LOG = Log.of(ChallengeCleanupJob.class);

    private final Transactions transactions;
    private final PanacheChallenges rows;
    private final ChallengeConfig config;
    private final InstantSource clock;

    ChallengeCleanupJob(
            Transactions transactions, PanacheChallenges rows, ChallengeConfig config, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "challenge-cleanup",
            every = "${gatehouse.auth.challenge.cleanup-every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions
                .run(() -> rows.deleteExpiredBefore(clock.instant().minus(config.retention())))
                .onFailure()
                .invoke(failure -> LOG.with("cause", failure).warn("Login challenges were not deleted"))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
