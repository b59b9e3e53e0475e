package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.incident.ForeignObjects;
import dev.gatehouse.contracts.event.AccessRefused;
import dev.gatehouse.notification.account.Accounts;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.template.NotificationTexts;
import dev.gatehouse.notification.template.NotificationTexts.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The notifications of an account as the app shows them: as a list, and as a sequence that a client follows without a
 * gap. Every method opens its own session or transaction.
 */
@ApplicationScoped
public class InAppNotifications {
    private static final String LIST = "notifications";
    /** For an account whose token arrives before its state does. */
    private static final Reader UNKNOWN_READER = new Reader("", Locale.ENGLISH, ZoneOffset.UTC);

    private final PanacheNotifications rows;
    private final Accounts accounts;
    private final NotificationTexts texts;
    private final Transactions transactions;
    private final Pages pages;
    private final ForeignObjects foreign;
    private final InstantSource clock;

    InAppNotifications(
            PanacheNotifications rows,
            Accounts accounts,
            NotificationTexts texts,
            Transactions transactions,
            Pages pages,
            ForeignObjects foreign,
            InstantSource clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.texts = texts;
        this.transactions = transactions;
        this.pages = pages;
        this.foreign = foreign;
        this.clock = clock;
    }

    Uni<Page<NotificationResponse>> page(
            UUID accountId, PanacheNotifications.Selection selection, PageRequest request) {
        Optional<UUID> after = pages.after(LIST, request).map(List::getFirst).map(UUID::fromString);
        var query = new PanacheNotifications.ListQuery(accountId, selection, after);
        return transactions.read(() -> reader(accountId).chain(reader -> rows.list(query, request.fetch())
                .map(found -> pages.of(LIST, request, found, row -> List.of(row.id.toString())))
                .map(page -> pages.map(page, row -> response(row, reader)))));
    }

    /** Marks the notification as read; false when the account has no such notification. */
    Uni<Boolean> markRead(UUID accountId, UUID id, Origin by) {
        return transactions.run(() -> rows.markRead(accountId, id, clock.instant())
                .call(marked -> marked ? Uni.createFrom().voidItem() : reportForeign(id, by)));
    }

    private Uni<Void> reportForeign(UUID id, Origin by) {
        return rows.find(id)
                .map(found -> found.map(row -> row.accountId))
                .chain(owner -> foreign.report(new AccessRefused("notification", id), owner, by));
    }

    Uni<Void> markAllRead(UUID accountId) {
        return transactions.run(() -> rows.markAllRead(accountId, clock.instant()));
    }

    /** The last position of the account; 0 before the first notification. */
    public Uni<Long> head(UUID accountId) {
        return heads(Set.of(accountId)).map(heads -> heads.getOrDefault(accountId, 0L));
    }

    /** The last positions of these accounts; an account without notifications is absent. */
    public Uni<Map<UUID, Long>> heads(Collection<UUID> accountIds) {
        return transactions.read(() -> rows.heads(accountIds)).map(heads -> heads.stream()
                .collect(Collectors.toMap(head -> head.accountId, head -> head.position)));
    }

    /** The changes after this position, in order. */
    public Uni<List<Change>> after(UUID accountId, long position, int limit) {
        return transactions.read(() -> reader(accountId).chain(reader -> rows.after(accountId, position, limit)
                .map(found ->
                        found.stream().map(row -> change(row, position, reader)).toList())));
    }

    private Change change(NotificationRow row, long seen, Reader reader) {
        Change.Kind kind = row.firstPosition > seen ? Change.Kind.ADDED : Change.Kind.UPDATED;
        return new Change(row.position, kind, response(row, reader));
    }

    private Uni<Reader> reader(UUID accountId) {
        return accounts.find(accountId)
                .map(found -> found.map(InAppNotifications::reader).orElse(UNKNOWN_READER));
    }

    private static Reader reader(Recipient recipient) {
        return new Reader(recipient.displayName(), recipient.locale(), recipient.timeZone());
    }

    private NotificationResponse response(NotificationRow row, Reader reader) {
        NotificationTexts.InAppText text = texts.inApp(row.facts(), reader);
        return new NotificationResponse(
                row.id,
                row.kind,
                row.createdAt,
                row.readAt,
                text.title(),
                text.text(),
                row.ip,
                row.hostname,
                row.eventId);
    }

    /**
     * A new or updated notification, at its position in the account's sequence.
     *
     * @param kind as seen from the position that the caller asked from
     */
    public record Change(long position, Kind kind, NotificationResponse notification) {
        /** Whether the caller has seen an earlier state of the notification. */
        public enum Kind {
            /** Not seen before. */
            ADDED,
            /** Seen before; its number of occurrences has grown. */
            UPDATED
        }
    }
}
