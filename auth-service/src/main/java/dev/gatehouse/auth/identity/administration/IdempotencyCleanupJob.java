package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes idempotency keys past their retention. */
@ApplicationScoped
class IdempotencyCleanupJob {
    private final PanacheIdempotencyKeys store;
    private final Transactions transactions;
    private final AdministrationConfig config;
    private final InstantSource clock;

    IdempotencyCleanupJob(
            PanacheIdempotencyKeys store, Transactions transactions, AdministrationConfig config, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.auth.administration.cleanup-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOld() {
        return transactions.run(() -> store.deleteBefore(clock.instant().minus(config.idempotencyRetention())));
    }
}
