package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.runtime.background.Worker;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.iptrust.dns.LookupResult;
import dev.gatehouse.iptrust.dns.ReverseLookup;
import dev.gatehouse.iptrust.hostname.AddressRow.Finding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Does the look-ups that are owed, a handful at a time, until none is. */
@ApplicationScoped
class LookupWorker {
    /** Fewer than may be under way at all, so that mails find a free place. */
    private static final int AT_ONCE = 12;

    private final PanacheAddresses rows;
    private final ReverseLookup lookup;
    private final OwnNetworks ownNetworks;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;
    private final Worker worker = Worker.draining("hostname", this::doSome);

    LookupWorker(
            PanacheAddresses rows,
            ReverseLookup lookup,
            OwnNetworks ownNetworks,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.rows = rows;
        this.lookup = lookup;
        this.ownNetworks = ownNetworks;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    void wake() {
        worker.wake();
    }

    private Uni<Boolean> doSome() {
        return transactions
                .read(() -> rows.owed(AT_ONCE))
                .map(owed -> owed.stream().map(AddressRow::ip).toList())
                .chain(this::askAll)
                .chain(found -> transactions.run(() -> noteAll(found)).replaceWith(!found.isEmpty()));
    }

    private Uni<List<Found>> askAll(List<String> ips) {
        return Multi.createFrom()
                .iterable(ips)
                .onItem()
                .transformToUni(this::ask)
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    private Uni<Found> ask(String ip) {
        return IpAddress.parse(ip)
                .map(lookup::of)
                .orElseGet(() -> Uni.createFrom().item(new LookupResult.Nameless()))
                .map(result -> new Found(ip, result));
    }

    private Uni<Void> noteAll(List<Found> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::note)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> note(Found found) {
        return internal(found.ip())
                .map(internal -> finding(found.result(), internal))
                .chain(finding -> rows.findById(found.ip()).chain(row -> note(row, finding)));
    }

    private Uni<Void> note(AddressRow row, Finding finding) {
        return row.take(finding, clock.instant())
                ? events.publishState(row.state(clock.instant()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Boolean> internal(String ip) {
        return IpAddress.parse(ip)
                .map(address -> address.isPrivate() ? Uni.createFrom().item(true) : ownNetworks.contain(address))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private static Finding finding(LookupResult result, boolean internal) {
        return switch (result) {
            case LookupResult.Confirmed(String hostname) -> new Finding(hostname, true, internal);
            case LookupResult.Unconfirmed(String hostname) -> new Finding(hostname, false, internal);
            case LookupResult.Nameless nameless -> new Finding(null, false, internal);
            case LookupResult.Unanswered unanswered -> new Finding(null, false, internal);
        };
    }

    private record Found(String ip, LookupResult result) {}
}
