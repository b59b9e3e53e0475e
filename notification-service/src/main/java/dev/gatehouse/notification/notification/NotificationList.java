package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The list in the app: what an agent was told, and what of it they have read. */
@ApplicationScoped
class NotificationList {
    private static final String LIST = "notifications";

    private final PanacheNotifications rows;
    private final NotificationViews views;
    private final Transactions transactions;
    private final Pages pages;
    private final InstantSource clock;

    NotificationList(
            PanacheNotifications rows,
            NotificationViews views,
            Transactions transactions,
            Pages pages,
            InstantSource clock) {
        this.rows = rows;
        this.views = views;
        this.transactions = transactions;
        this.pages = pages;
        this.clock = clock;
    }

    Uni<Page<NotificationResponse>> page(
            UUID accountId, PanacheNotifications.Selection selection, PageRequest request) {
        var query = new PanacheNotifications.ListQuery(accountId, selection, after(request));
        return transactions.read(() -> views.reader(accountId).chain(reader -> rows.list(query, request.fetch())
                .map(found -> pages.of(LIST, request, found, row -> List.of(row.id.toString())))
                .map(page -> pages.map(page, row -> views.item(row, reader)))));
    }

    /** Whether the account has such a notification; it is read then. */
    Uni<Boolean> read(UUID accountId, UUID id) {
        return transactions.run(() -> rows.read(accountId, id, clock.instant()));
    }

    Uni<Void> readAll(UUID accountId) {
        return transactions.run(() -> rows.readAll(accountId, clock.instant()));
    }

    private Optional<UUID> after(PageRequest request) {
        return pages.after(LIST, request).map(List::getFirst).map(UUID::fromString);
    }
}
