package dev.gatehouse.notification.address;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/** The entry point to the copy of the hostnames of addresses. */
@ApplicationScoped
public class Addresses {
    private final PanacheAddresses rows;
    private final Transactions transactions;
    private final AddressConfig settings;
    private final InstantSource clock;

    Addresses(PanacheAddresses rows, Transactions transactions, AddressConfig settings, InstantSource clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address, if its look-up has ended; joins the current session. */
    public Uni<Optional<ResolvedAddress>> find(String ip) {
        return rows.find(ip).map(row -> row.map(AddressRow::address));
    }

    @Scheduled(every = "PT1H", delayed = "PT5M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOld() {
        return transactions
                .run(() -> rows.deleteOlderThan(clock.instant().minus(settings.retention())))
                .replaceWithVoid();
    }
}
