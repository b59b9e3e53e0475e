package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Deletes addresses and uses that are past their retention. */
@ApplicationScoped
class HostnameCleanupJob {
    private static final Duration ADDRESS_RETENTION = Duration.ofDays(30);
    private static final Duration USE_RETENTION = Duration.ofDays(400);

    private final PanacheAddresses addresses;
    private final PanacheAddressUses uses;
    private final Transactions transactions;
    private final InstantSource clock;

    HostnameCleanupJob(
            PanacheAddresses addresses, PanacheAddressUses uses, Transactions transactions, InstantSource clock) {
        this.addresses = addresses;
        this.uses = uses;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust.hostname.cleanup-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOld() {
        Instant now = clock.instant();
        return transactions
                .run(() -> addresses
                        .deleteRequestedBefore(now.minus(ADDRESS_RETENTION))
                        .chain(() -> uses.deleteLastUsedBefore(now.minus(USE_RETENTION))))
                .replaceWithVoid();
    }
}
