package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Deletes rows whose trust ended a week ago. */
@ApplicationScoped
class TrustedAddressCleanupJob {
    private static final Duration RETENTION = Duration.ofDays(7);

    private final PanacheTrustedAddresses rows;
    private final Transactions transactions;
    private final InstantSource clock;

    TrustedAddressCleanupJob(PanacheTrustedAddresses rows, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust.trustedaddress.cleanup-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteEnded() {
        return transactions
                .run(() -> rows.deleteEndedBefore(clock.instant().minus(RETENTION)))
                .replaceWithVoid();
    }
}
