package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.chassis.database.job.Purge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Deletes idempotency keys past their retention. */
@ApplicationScoped
class IdempotencyCleanupJob {
    private final Purge purge;
    private final AdministrationConfig config;
    private final InstantSource clock;

    IdempotencyCleanupJob(Purge purge, AdministrationConfig config, InstantSource clock) {
        this.purge = purge;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "idempotency-cleanup",
            every = "${gatehouse.auth.administration.cleanup-every}",
            delayed = "1m",
            executionMaxDelay = "${gatehouse.job.longest-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.run(Purge.Rows.of(
                        "idempotency_key",
                        List.of("caller_id", "key_digest"),
                        "created_at < ?",
                        clock.instant().minus(config.idempotencyRetention())))
                .replaceWithVoid();
    }
}
