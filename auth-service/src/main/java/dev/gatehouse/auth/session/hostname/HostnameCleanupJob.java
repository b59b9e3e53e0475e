package dev.gatehouse.auth.session.hostname;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes hostnames after their retention. */
@ApplicationScoped
class HostnameCleanupJob {
    private static final Log LOG = Log.of(HostnameCleanupJob.class);

    private final Transactions transactions;
    private final PanacheHostnames names;
    private final HostnameConfig config;
    private final InstantSource clock;

    HostnameCleanupJob(Transactions transactions, PanacheHostnames names, HostnameConfig config, InstantSource clock) {
        this.transactions = transactions;
        this.names = names;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "hostname-cleanup",
            every = "${gatehouse.auth.hostname.cleanup-every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions
                .run(() -> names.deleteOlderThan(clock.instant().minus(config.retention())))
                .onFailure()
                .invoke(failure -> LOG.with("cause", failure).warn("Hostnames were not deleted"))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
