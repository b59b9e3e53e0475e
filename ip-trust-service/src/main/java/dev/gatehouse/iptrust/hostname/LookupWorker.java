package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.iptrust.dns.LookupResult;
import dev.gatehouse.iptrust.dns.ReverseLookup;
import dev.gatehouse.iptrust.hostname.AddressRow.Result;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Runs the due lookups in small batches until none is left, and publishes changed results. */
@ApplicationScoped
class LookupWorker {
    /** Fewer than the limit of {@link ReverseLookup}, so that mails still get a permit. */
    private static final int BATCH = 12;

    private final PanacheAddresses rows;
    private final ReverseLookup lookup;
    private final InternalNetworks internalNetworks;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;
    private final Worker worker = Worker.draining("hostname", this::lookUpBatch);

    LookupWorker(
            PanacheAddresses rows,
            ReverseLookup lookup,
            InternalNetworks internalNetworks,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.rows = rows;
        this.lookup = lookup;
        this.internalNetworks = internalNetworks;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Returns at once; to be called after the commit that makes a lookup due. */
    void signal() {
        worker.wake();
    }

    private Uni<Boolean> lookUpBatch() {
        return transactions
                .read(() -> rows.due(BATCH))
                .map(due -> due.stream().map(row -> row.ip).toList())
                .chain(this::lookUpAll)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : transactions.run(() -> storeAll(found)).replaceWith(true));
    }

    private Uni<List<Found>> lookUpAll(List<String> ips) {
        return Multi.createFrom()
                .iterable(ips)
                .onItem()
                .transformToUni(this::lookUp)
                .merge(BATCH)
                .collect()
                .asList();
    }

    private Uni<Found> lookUp(String ip) {
        return IpAddress.parse(ip)
                .map(lookup::of)
                .orElseGet(() -> Uni.createFrom().item(new LookupResult.NotFound()))
                .map(result -> new Found(ip, result));
    }

    private Uni<Void> storeAll(List<Found> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::store)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> store(Found found) {
        return internal(found.ip())
                .map(internal -> result(found.result(), internal))
                .chain(result -> rows.findById(found.ip())
                        .chain(row -> found.result() instanceof LookupResult.Failed && row.keepsItsName(clock.instant())
                                ? Uni.createFrom().voidItem()
                                : store(row, result)));
    }

    private Uni<Void> store(AddressRow row, Result result) {
        return row.update(result, clock.instant())
                ? events.publishState(state(row))
                : Uni.createFrom().voidItem();
    }

    private Uni<Boolean> internal(String ip) {
        return IpAddress.parse(ip)
                .map(address -> address.isPrivate() ? Uni.createFrom().item(true) : internalNetworks.contain(address))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private AddressState state(AddressRow row) {
        return new AddressState(row.ip, row.hostname, row.confirmed, row.internal, clock.instant(), row.version);
    }

    private static Result result(LookupResult result, boolean internal) {
        return switch (result) {
            case LookupResult.Confirmed(String hostname) -> new Result(hostname, true, internal);
            case LookupResult.Unconfirmed(String hostname) -> new Result(hostname, false, internal);
            case LookupResult.NotFound notFound -> new Result(null, false, internal);
            case LookupResult.Failed failed -> new Result(null, false, internal);
        };
    }

    private record Found(String ip, LookupResult result) {}
}
