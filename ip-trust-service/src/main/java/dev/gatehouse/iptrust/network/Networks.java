package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.event.NetworkAdded;
import dev.gatehouse.contracts.event.NetworkRemoved;
import dev.gatehouse.iptrust.network.NetworkOutcome.Added;
import dev.gatehouse.iptrust.network.NetworkOutcome.AlreadyTrusted;
import dev.gatehouse.iptrust.network.NetworkOutcome.TooMany;
import dev.gatehouse.iptrust.settings.Settings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds and removes trusted networks under the settings lock, and publishes every change. */
@ApplicationScoped
class Networks {
    /** All networks are part of one published state, and every login is checked against all of them. */
    private static final int MAX_NETWORKS = 500;

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

    Uni<NetworkOutcome> add(NetworkCommand command, Origin origin) {
        return transactions.run(() -> settings.lock()
                .chain(() -> rows.exists(command.network().canonical()))
                .chain(exists ->
                        exists ? Uni.createFrom().item(new AlreadyTrusted()) : addUnlessTooMany(command, origin)));
    }

    /** Whether the network existed. */
    Uni<Boolean> remove(UUID id, Origin origin) {
        return transactions.run(() -> settings.lock()
                .chain(() -> rows.findById(id))
                .chain(row -> row == null ? Uni.createFrom().item(false) : remove(row, origin)));
    }

    Uni<Void> removeExpired() {
        return transactions
                .read(() -> rows.expired(clock.instant()))
                .chain(expired -> expired.isEmpty() ? Uni.createFrom().voidItem() : removeExpiredUnderLock());
    }

    private Uni<Void> removeExpiredUnderLock() {
        return transactions.run(
                () -> settings.lock().chain(() -> rows.expired(clock.instant())).chain(this::removeAll));
    }

    private Uni<Void> removeAll(List<NetworkRow> expired) {
        return Multi.createFrom()
                .iterable(expired)
                .onItem()
                .transformToUniAndConcatenate(row -> remove(row, Origin.SYSTEM))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<NetworkOutcome> addUnlessTooMany(NetworkCommand command, Origin origin) {
        return rows.count()
                .chain(count -> count >= MAX_NETWORKS
                        ? Uni.createFrom().item(new TooMany())
                        : add(row(command, origin), origin));
    }

    private Uni<NetworkOutcome> add(NetworkRow row, Origin origin) {
        NetworkAdded added = new NetworkAdded(row.id, row.network, row.note, row.expiresAt);
        return rows.persist(row)
                .chain(settings::publish)
                .chain(() -> events.publish(events.event(added, origin)))
                .replaceWith(new Added(row));
    }

    private Uni<Boolean> remove(NetworkRow row, Origin origin) {
        NetworkRemoved removed = new NetworkRemoved(row.id, row.network);
        return rows.delete(row)
                .chain(settings::publish)
                .chain(() -> events.publish(events.event(removed, origin)))
                .replaceWith(true);
    }

    private NetworkRow row(NetworkCommand command, Origin origin) {
        UUID admin = Objects.requireNonNull(origin.actor().id(), "Administrators have accounts");
        return NetworkRow.of(ids.next(), command, admin, clock.instant());
    }

    /** A network to be trusted. */
    record NetworkCommand(
            IpNetwork network, String note, @Nullable Instant expiresAt) {}
}
