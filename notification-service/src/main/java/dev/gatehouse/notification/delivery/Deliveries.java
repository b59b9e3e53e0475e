package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.notification.account.AccountErasureListener;
import dev.gatehouse.notification.address.AddressWatcher;
import dev.gatehouse.notification.address.ResolvedAddress;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue of mails: where they are owed, claimed and marked. */
@ApplicationScoped
public class Deliveries implements AccountErasureListener, AddressWatcher {
    private static final int BATCH = 20;
    private static final int LONGEST_ERROR = 300;

    private final PanacheDeliveries rows;
    private final DeliveryConfig settings;
    private final DeliveryTrail events;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final InstantSource clock;

    Deliveries(
            PanacheDeliveries rows,
            DeliveryConfig settings,
            DeliveryTrail events,
            Transactions transactions,
            IdGenerator ids,
            InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Owes the mail from the commit of the transaction that is going on. */
    public Uni<Void> owe(MailOrder order) {
        Instant now = clock.instant();
        return rows.persist(DeliveryRow.owed(ids.next(), order, now, now.plus(settings.giveUpAfter())))
                .replaceWithVoid();
    }

    /** Claims the mail that is due longest, for as long as the lease, and tells when the next one is. */
    public Uni<Harvest> claim() {
        return transactions.run(() -> rows.firstOwed(BATCH).chain(this::claimDue));
    }

    /** The mail server took it. */
    public Uni<Void> sent(Claim claim, String recipient) {
        return transactions.run(() -> rows.sent(claim, recipient, clock.instant())
                .chain(held -> held ? events.delivered(claim) : Uni.createFrom().voidItem()));
    }

    /** It is not tried again. */
    public Uni<Void> giveUp(Claim claim, String error) {
        return transactions.run(() -> rows.failed(claim, cut(error))
                .chain(held -> held
                        ? events.failed(claim, cut(error))
                        : Uni.createFrom().voidItem()));
    }

    /** It is tried again then. */
    public Uni<Void> postpone(Claim claim, Instant dueAt, String error) {
        return transactions.run(() -> rows.postpone(claim, dueAt, cut(error)));
    }

    /** How many mails are owed, and since when the oldest is. */
    public Uni<Backlog> backlog() {
        return transactions.read(rows::backlog);
    }

    @Override
    public Uni<Void> resolved(ResolvedAddress address) {
        return rows.bringForward(address.ip(), clock.instant());
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return rows.forget(accountId);
    }

    private Uni<Harvest> claimDue(List<DeliveryRow> owed) {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(owed)
                .select()
                .where(row -> !row.dueAt.isAfter(now))
                .map(Claim::next)
                .onItem()
                .transformToUniAndConcatenate(claim -> taken(claim, now.plus(settings.lease())))
                .select()
                .where(Optional::isPresent)
                .toUni()
                .map(taken -> harvest(taken == null ? Optional.empty() : taken, owed));
    }

    /* Of several replicas, or several lanes of one, only one gets a row; the others go on to the next. */
    private Uni<Optional<Claim>> taken(Claim claim, Instant leaseEnd) {
        return rows.claim(claim, leaseEnd).map(taken -> taken ? Optional.of(claim) : Optional.empty());
    }

    private static Harvest harvest(Optional<Claim> taken, List<DeliveryRow> owed) {
        Optional<Instant> next = owed.stream()
                .filter(row -> taken.isEmpty() || !row.id.equals(taken.get().id()))
                .map(row -> row.dueAt)
                .findFirst();
        return new Harvest(taken, next);
    }

    private static String cut(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
