package dev.gatehouse.notification.address;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.contracts.state.AddressState;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What addresses are called, as far as it was published and may be believed. */
@ApplicationScoped
public class Addresses {
    private final PanacheAddresses rows;
    private final List<AddressWatcher> watchers;
    private final Transactions transactions;
    private final AddressConfig settings;
    private final InstantSource clock;

    Addresses(
            PanacheAddresses rows,
            @All List<AddressWatcher> watchers,
            Transactions transactions,
            AddressConfig settings,
            InstantSource clock) {
        this.rows = rows;
        this.watchers = watchers;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address, if its look-up has ended; joins the session that is going on. */
    public Uni<Optional<ResolvedAddress>> find(String ip) {
        return rows.find(ip).map(row -> row.map(AddressRow::address));
    }

    Uni<Void> take(AddressState state) {
        ResolvedAddress address = new ResolvedAddress(state.ip(), HostnamePolicy.believable(state), state.resolvedAt());
        return rows.held(state.ip())
                .chain(row -> row.take(address, state.version())
                        ? tell(address)
                        : Uni.createFrom().voidItem());
    }

    /** The name is gone; the version stays until the row's time is up, so that a late state cannot bring it back. */
    Uni<Void> forget(String ip, long version) {
        ResolvedAddress nameless = new ResolvedAddress(ip, null, clock.instant());
        return rows.held(ip).map(row -> row.take(nameless, version)).replaceWithVoid();
    }

    void committed() {
        watchers.forEach(AddressWatcher::committed);
    }

    @Scheduled(every = "PT1H", delayed = "PT5M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return transactions
                .run(() -> rows.deleteOlderThan(clock.instant().minus(settings.retention())))
                .replaceWithVoid();
    }

    /* One after the other: they share the session. */
    private Uni<Void> tell(ResolvedAddress address) {
        return Multi.createFrom()
                .iterable(watchers)
                .onItem()
                .transformToUniAndConcatenate(watcher -> watcher.resolved(address))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
