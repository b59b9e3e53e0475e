package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.notification.template.NotificationKind;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What administrators do with deliveries: look at them, and have one tried again. */
@ApplicationScoped
class DeliveryDesk {
    private static final String LIST = "deliveries";

    private final PanacheDeliveries rows;
    private final DeliveryConfig settings;
    private final DeliveryTrail events;
    private final Transactions transactions;
    private final Pages pages;
    private final InstantSource clock;

    DeliveryDesk(
            PanacheDeliveries rows,
            DeliveryConfig settings,
            DeliveryTrail events,
            Transactions transactions,
            Pages pages,
            InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.pages = pages;
        this.clock = clock;
    }

    Uni<Page<DeliveryItem>> page(Filter filter, PageRequest request) {
        Query query =
                new Query(filter, pages.after(LIST, request).map(List::getFirst).map(UUID::fromString));
        return transactions
                .read(() -> rows.list(query, request.fetch()))
                .map(found -> pages.of(LIST, request, found, row -> List.of(row.id.toString())))
                .map(page -> pages.map(page, DeliveryItem::of));
    }

    /** Makes it due now; whoever polls for work next takes it up. */
    Uni<RetryOutcome> retry(UUID id, Origin origin) {
        return transactions.run(() -> rows.held(id).chain(row -> row.map(found -> retry(found, origin))
                .orElse(Uni.createFrom().item(RetryOutcome.UNKNOWN))));
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return transactions
                .run(() -> rows.deleteDoneBefore(clock.instant().minus(settings.retention())))
                .replaceWithVoid();
    }

    private Uni<RetryOutcome> retry(DeliveryRow row, Origin origin) {
        if (row.state == DeliveryState.SENT) {
            return Uni.createFrom().item(RetryOutcome.SENT_ALREADY);
        }
        Instant now = clock.instant();
        row.state = DeliveryState.PENDING;
        row.dueAt = now;
        row.awaitedIp = null;
        row.giveUpAt = now.plus(settings.giveUpAfter());
        return events.retried(row, origin).replaceWith(RetryOutcome.DUE);
    }

    /** How a retry ended. */
    enum RetryOutcome {
        DUE,
        SENT_ALREADY,
        UNKNOWN
    }

    /** Which deliveries. */
    record Filter(Optional<DeliveryState> state, Optional<NotificationKind> kind, Optional<UUID> accountId) {}

    /** Which deliveries, after which one. */
    record Query(Filter filter, Optional<UUID> after) {}
}
