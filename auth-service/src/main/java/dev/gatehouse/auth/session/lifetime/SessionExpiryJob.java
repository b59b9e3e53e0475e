package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends sessions past their limits, so that the log and the list show the end of a session that is not used any more.
 * Any number of replicas may run it: rows are locked, so each session ends once.
 */
@ApplicationScoped
class SessionExpiryJob {
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final Sessions sessions;

    SessionExpiryJob(Transactions transactions, Sessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    @Scheduled(
            identity = "session-expiry",
            every = "${gatehouse.auth.session.expiry-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions.run(() -> sessions.endLapsed(BATCH)).replaceWithVoid();
    }
}
