package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.database.SessionSql;
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
    private static final String INSERT = "INSERT INTO mail (id, kind, subject_id, account_id, state, created_at,"
            + " not_after, due_at, awaited, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String HELD = " WHERE id = ? AND attempts = ? AND state = 'SENDING'";
    private static final String END =
            "UPDATE mail SET state = ?, due_at = NULL, ended_at = ?, recipient = ?, last_error = ?" + HELD;
    private static final String POSTPONE = "UPDATE mail SET state = 'QUEUED', due_at = ?, last_error = ?" + HELD;

    Uni<Void> add(MailRow row) {
        return SessionSql.update(
                        INSERT,
                        row.id,
                        row.kind,
                        row.subjectId,
                        row.accountId,
                        row.state,
                        row.createdAt,
                        row.notAfter,
                        row.dueAt,
                        row.awaited,
                        row.attempts)
                .replaceWithVoid();
    }

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
        return SessionSql.update(END, end, now, recipient, error, claimed.id(), claimed.attempts())
                .map(ended -> ended == 1);
    }

    /** Queues the mail again, if the claim still holds. */
    Uni<Boolean> postpone(QueuedMail claimed, Instant due, String error) {
        return SessionSql.update(POSTPONE, due, error, claimed.id(), claimed.attempts())
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
