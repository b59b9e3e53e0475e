package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.NetworkAdded;
import dev.gatehouse.contracts.event.NetworkRemoved;
import dev.gatehouse.iptrust.network.NetworkOutcome.Added;
import dev.gatehouse.iptrust.network.NetworkOutcome.TooMany;
import dev.gatehouse.iptrust.network.NetworkOutcome.TrustedAlready;
import dev.gatehouse.iptrust.settings.Settings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Adds and removes trusted networks, one change at a time, and publishes every change. */
@ApplicationScoped
class Networks {
    /** All of them travel in one message and are looked through at every sign-in. */
    private static final int MOST = 500;

    private final PanacheNetworks rows;
    private final Settings settings;
    private final Transactions transactions;
    private final Events events;
    private final IdGenerator ids;
    private final InstantSource clock;

    Networks(
            PanacheNetworks rows,
            Settings settings,
            Transactions transactions,
            Events events,
            IdGenerator ids,
            InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<List<NetworkRow>> page(Optional<UUID> after, int limit) {
        return transactions.read(() -> rows.page(after, limit));
    }

    Uni<NetworkOutcome> add(NetworkCommand wish, Origin origin) {
        return transactions.run(() -> settings.hold()
                .chain(() -> rows.named(wish.network().canonical()))
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(new TrustedAlready())
                        : addUnlessTooMany(wish, origin)));
    }

    /** Whether there was one to remove. */
    Uni<Boolean> remove(UUID id, Origin origin) {
        return transactions.run(() -> settings.hold()
                .chain(() -> rows.findById(id))
                .chain(row -> row == null ? Uni.createFrom().item(false) : remove(row, origin)));
    }

    Uni<Void> removeExpired() {
        return transactions
                .read(() -> rows.expired(clock.instant()))
                .chain(expired -> expired.isEmpty() ? Uni.createFrom().voidItem() : removeExpiredHeld());
    }

    private Uni<Void> removeExpiredHeld() {
        return transactions.run(
                () -> settings.hold().chain(() -> rows.expired(clock.instant())).chain(this::removeAll));
    }

    private Uni<Void> removeAll(List<NetworkRow> expired) {
        return Multi.createFrom()
                .iterable(expired)
                .onItem()
                .transformToUniAndConcatenate(row -> remove(row, Origin.SYSTEM))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<NetworkOutcome> addUnlessTooMany(NetworkCommand wish, Origin origin) {
        return rows.count()
                .chain(count ->
                        count >= MOST ? Uni.createFrom().item(new TooMany()) : store(row(wish, origin), wish, origin));
    }

    private Uni<NetworkOutcome> store(NetworkRow row, NetworkCommand wish, Origin origin) {
        NetworkAdded added = new NetworkAdded(row.id(), row.network(), wish.note(), wish.expiresAt());
        return rows.persist(row)
                .chain(settings::publish)
                .chain(() -> events.publish(events.event(added, origin)))
                .replaceWith(new Added(row.view()));
    }

    private Uni<Boolean> remove(NetworkRow row, Origin origin) {
        NetworkRemoved removed = new NetworkRemoved(row.id(), row.network());
        return rows.delete(row)
                .chain(settings::publish)
                .chain(() -> events.publish(events.event(removed, origin)))
                .replaceWith(true);
    }

    private NetworkRow row(NetworkCommand wish, Origin origin) {
        UUID admin = Objects.requireNonNull(origin.actor().id(), "Administrators have accounts");
        return NetworkRow.of(ids.next(), wish, admin, clock.instant());
    }
}
