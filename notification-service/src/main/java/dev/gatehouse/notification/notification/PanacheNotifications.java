package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.messaging.wire.JsonText;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheNotifications implements PanacheRepositoryBase<NotificationRow, UUID> {
    private static final String NEXT_POSITION = "INSERT INTO notification_head (account_id, position) VALUES (?, 1)"
            + " ON DUPLICATE KEY UPDATE position = position + 1";
    private static final String POSITION = "(SELECT position FROM notification_head WHERE account_id = ?)";
    private static final String INSERT = "INSERT INTO notification (id, account_id, about_account_id, kind, event_id,"
            + " in_app, created_at, occurred_at, ip, hostname, browser, operating_system, occurrences, details,"
            + " first_position, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + POSITION + ", "
            + POSITION + ")";

    /** Inserts the notification at the account's next position, without reading that. */
    Uni<Void> add(NotificationRow row) {
        return moveOn(row.accountId).chain(() -> insert(row)).replaceWithVoid();
    }

    private static Uni<Integer> insert(NotificationRow row) {
        return SessionSql.update(
                INSERT,
                row.id,
                row.accountId,
                row.aboutAccountId,
                row.kind,
                row.eventId,
                row.inApp,
                row.createdAt,
                row.occurredAt,
                row.ip,
                row.hostname,
                row.browser,
                row.operatingSystem,
                row.occurrences,
                JsonText.write(row.details),
                row.accountId,
                row.accountId);
    }

    /** Counts one more occurrence: the notification is unread again, at the account's next position. */
    Uni<Void> countUp(UUID accountId, UUID id) {
        return nextPosition(accountId)
                .chain(position -> update(
                        "occurrences = occurrences + 1, readAt = null, position = ?1 where id = ?2", position, id))
                .replaceWithVoid();
    }

    Uni<Optional<NotificationRow>> find(UUID id) {
        return findById(id).map(Optional::ofNullable);
    }

    /** The newest first. */
    Uni<List<NotificationRow>> list(ListQuery query, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("account", query.accountId()));
        String unread = query.selection() == Selection.UNREAD ? " and readAt is null" : "";
        String after = query.after().isPresent() ? " and id < :after" : "";
        query.after().ifPresent(id -> parameters.put("after", id));
        return find("accountId = :account and inApp = true" + unread + after + " order by id desc", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The notifications with a later position, in order of position. */
    Uni<List<NotificationRow>> after(UUID accountId, long position, int limit) {
        return find("accountId = ?1 and position > ?2 and inApp = true order by position", accountId, position)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Marks the notification as read; false when the account has no such notification. */
    Uni<Boolean> markRead(UUID accountId, UUID id, Instant now) {
        return update(
                        "readAt = ?1 where id = ?2 and accountId = ?3 and inApp = true and readAt is null",
                        now,
                        id,
                        accountId)
                .chain(marked -> marked > 0 ? Uni.createFrom().item(true) : has(accountId, id));
    }

    Uni<Void> markAllRead(UUID accountId, Instant now) {
        return update("readAt = ?1 where accountId = ?2 and inApp = true and readAt is null", now, accountId)
                .replaceWithVoid();
    }

    Uni<Void> setHostname(String ip, String hostname, Instant since) {
        // Read without a lock and updated by key: an update by ip would lock an index range and block inserts.
        return find("ip = ?1 and createdAt >= ?2 and hostname is null", ip, since)
                .list()
                .map(rows -> rows.stream().map(row -> row.id).toList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : update("hostname = ?1 where id in ?2", hostname, ids).replaceWithVoid());
    }

    Uni<List<NotificationHeadRow>> heads(Collection<UUID> accounts) {
        return getSession().chain(session -> session.createQuery(
                        "from NotificationHeadRow where accountId in ?1", NotificationHeadRow.class)
                .setParameter(1, accounts)
                .getResultList());
    }

    /** The notifications of the account, and those that name it. */
    Uni<Void> deleteOf(UUID accountId) {
        return delete("accountId = ?1 or aboutAccountId = ?1", accountId)
                .chain(() -> getSession())
                .chain(session -> session.createMutationQuery("delete from NotificationHeadRow where accountId = ?1")
                        .setParameter(1, accountId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Boolean> has(UUID accountId, UUID id) {
        return count("id = ?1 and accountId = ?2 and inApp = true", id, accountId)
                .map(found -> found > 0);
    }

    /* The statement locks the account's row until the commit, so positions follow the order of commits. */
    private static Uni<Integer> moveOn(UUID accountId) {
        return SessionSql.update(NEXT_POSITION, accountId);
    }

    private Uni<Long> nextPosition(UUID accountId) {
        return moveOn(accountId).chain(() -> getSession()).chain(session -> session.createQuery(
                        "select position from NotificationHeadRow where accountId = ?1", Long.class)
                .setParameter(1, accountId)
                .getSingleResult());
    }

    /** Which notifications of an account, and after which one. */
    record ListQuery(UUID accountId, Selection selection, Optional<UUID> after) {}

    /** Which notifications are listed. */
    enum Selection {
        ALL,
        UNREAD
    }
}
