package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.mail.queue.MailAdministration.Filter;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code mail}. A claim holds as long as no other has raised {@code attempts}. */
@ApplicationScoped
class PanacheMails implements PanacheRepositoryBase<MailRow, UUID> {
    private static final String CLAIM = "UPDATE mail SET state = ?, attempts = ?, due_at = ?, awaited = NULL"
            + " WHERE id = ? AND attempts = ? AND due_at IS NOT NULL";
    private static final String HELD = " where id = :id and attempts = :attempts and state = :sending";

    /** The pending mails, the first due first, due already or not. */
    Uni<List<MailRow>> firstPending(int limit) {
        return find("dueAt is not null order by dueAt").page(Page.ofSize(limit)).list();
    }

    /** Takes the claim, unless another was faster. No row is locked to find out, so no replica waits. */
    static Uni<Boolean> claim(SqlConnection connection, QueuedMail claimed, Instant leaseEnd) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(
                        MailState.SENDING.name(),
                        claimed.attempts(),
                        UtcTimes.of(leaseEnd),
                        UuidBytes.of(claimed.id()),
                        claimed.attempts() - 1))
                .map(claims -> claims.rowCount() == 1);
    }

    /** Ends the mail, if the claim still holds. */
    Uni<Boolean> end(
            QueuedMail claimed, MailState end, Instant now, @Nullable String recipient, @Nullable String error) {
        Map<String, Object> parameters = held(claimed);
        parameters.put("end", end);
        parameters.put("now", now);
        parameters.put("recipient", recipient);
        parameters.put("error", error);
        return update(
                        "state = :end, dueAt = null, endedAt = :now, recipient = :recipient, lastError = :error" + HELD,
                        parameters)
                .map(ended -> ended == 1);
    }

    /** Queues the mail again, if the claim still holds. */
    Uni<Boolean> postpone(QueuedMail claimed, Instant due, String error) {
        Map<String, Object> parameters = held(claimed);
        parameters.put("queued", MailState.QUEUED);
        parameters.put("due", due);
        parameters.put("error", error);
        return update("state = :queued, dueAt = :due, lastError = :error" + HELD, parameters)
                .map(postponed -> postponed == 1);
    }

    /** Ends the wait for this. */
    Uni<Boolean> bringForward(String awaited, Instant now) {
        // Found without a lock and changed by key: a range in an index would be locked against new mails.
        return find("awaited", awaited)
                .list()
                .map(rows -> rows.stream().map(row -> row.id).toList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(0)
                        : update("dueAt = ?1, awaited = null where id in ?2 and awaited is not null", now, ids))
                .map(changed -> changed > 0);
    }

    Uni<@Nullable MailRow> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /** The newest first. */
    Uni<List<MailRow>> list(Filter filter, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (!filter.states().isEmpty()) {
            where.append(" and state in :states");
            parameters.put("states", filter.states());
        }
        filter.kind().ifPresent(kind -> and(where, parameters, "kind = :kind", kind));
        filter.accountId().ifPresent(account -> and(where, parameters, "accountId = :account", account));
        filter.before().ifPresent(id -> and(where, parameters, "id < :before", id));
        return find(where + " order by id desc", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    Uni<Backlog> backlog() {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "select count(m), min(m.createdAt) from MailRow m where m.dueAt is not null",
                                Object[].class)
                        .getSingleResult())
                .map(row -> new Backlog((Long) row[0], (Instant) row[1]));
    }

    Uni<Void> deleteOf(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }

    private static Map<String, Object> held(QueuedMail claimed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", claimed.id());
        parameters.put("attempts", claimed.attempts());
        parameters.put("sending", MailState.SENDING);
        return parameters;
    }

    private static void and(StringBuilder where, Map<String, Object> parameters, String condition, Object value) {
        where.append(" and ").append(condition);
        parameters.put(condition.substring(condition.indexOf(':') + 1), value);
    }

    /**
     * The pending mails.
     *
     * @param oldest when the oldest was scheduled; absent when there is none
     */
    record Backlog(long mails, @Nullable Instant oldest) {}
}
