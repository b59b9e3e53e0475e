package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The safety poll of the look-ups, and forgetting addresses that nobody comes from any more. */
@ApplicationScoped
class HostnameJobs {
    private static final Duration ADDRESSES_KEPT = Duration.ofDays(30);
    private static final Duration USES_KEPT = Duration.ofDays(400);

    private final LookupWorker lookups;
    private final PanacheAddresses addresses;
    private final PanacheAddressUses uses;
    private final Transactions transactions;
    private final InstantSource clock;

    HostnameJobs(
            LookupWorker lookups,
            PanacheAddresses addresses,
            PanacheAddressUses uses,
            Transactions transactions,
            InstantSource clock) {
        this.lookups = lookups;
        this.addresses = addresses;
        this.uses = uses;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        lookups.wake();
    }

    @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        Instant now = clock.instant();
        return transactions
                .run(() -> addresses
                        .deleteWantedBefore(now.minus(ADDRESSES_KEPT))
                        .chain(() -> uses.deleteLastUsedBefore(now.minus(USES_KEPT))))
                .replaceWithVoid();
    }
}
