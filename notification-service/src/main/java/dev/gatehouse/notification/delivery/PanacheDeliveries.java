package dev.gatehouse.notification.delivery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheDeliveries implements PanacheRepositoryBase<DeliveryRow, UUID> {
    /** What is owed, the first due first, due already or not. */
    Uni<List<DeliveryRow>> firstOwed(int limit) {
        return find("state = ?1 order by dueAt", DeliveryState.PENDING)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Takes the claim, unless another replica was faster. No row is locked to find out, so nobody waits. */
    Uni<Boolean> claim(Claim claim, Instant leaseEnd) {
        return update(
                        "attempts = ?1, dueAt = ?2, awaitedIp = null where id = ?3 and attempts = ?4 and state = ?5",
                        claim.attempt(),
                        leaseEnd,
                        claim.id(),
                        claim.attempt() - 1,
                        DeliveryState.PENDING)
                .map(taken -> taken == 1);
    }

    /** Marks it sent, if the claim still holds. */
    Uni<Boolean> sent(Claim claim, String recipient, Instant now) {
        return update(
                        "state = ?1, recipient = ?2, sentAt = ?3, lastError = null"
                                + " where id = ?4 and attempts = ?5 and state = ?6",
                        DeliveryState.SENT,
                        recipient,
                        now,
                        claim.id(),
                        claim.attempt(),
                        DeliveryState.PENDING)
                .map(marked -> marked == 1);
    }

    /** Marks it given up, if the claim still holds. */
    Uni<Boolean> failed(Claim claim, String error) {
        return update(
                        "state = ?1, lastError = ?2 where id = ?3 and attempts = ?4 and state = ?5",
                        DeliveryState.FAILED,
                        error,
                        claim.id(),
                        claim.attempt(),
                        DeliveryState.PENDING)
                .map(marked -> marked == 1);
    }

    /** Puts it off, if the claim still holds. */
    Uni<Void> postpone(Claim claim, Instant dueAt, String error) {
        return update(
                        "dueAt = ?1, lastError = ?2 where id = ?3 and attempts = ?4 and state = ?5",
                        dueAt,
                        error,
                        claim.id(),
                        claim.attempt(),
                        DeliveryState.PENDING)
                .replaceWithVoid();
    }

    /** What waits for the name of this address waits no longer. */
    Uni<Void> bringForward(String ip, Instant now) {
        // Found without a lock and changed by key: a range in an index would be locked against new mails.
        return find("awaitedIp", ip)
                .list()
                .map(rows -> rows.stream().map(row -> row.id).toList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : update("dueAt = ?1, awaitedIp = null where id in ?2 and awaitedIp is not null", now, ids)
                                .replaceWithVoid());
    }

    Uni<Optional<DeliveryRow>> held(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** The newest first. */
    Uni<List<DeliveryRow>> list(DeliveryDesk.Query query, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        query.filter().state().ifPresent(state -> also(where, parameters, "state = :state", state));
        query.filter().kind().ifPresent(kind -> also(where, parameters, "kind = :kind", kind));
        query.filter().accountId().ifPresent(id -> also(where, parameters, "accountId = :account", id));
        query.after().ifPresent(id -> also(where, parameters, "id < :after", id));
        return find(where + " order by id desc", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    Uni<Backlog> backlog() {
        return find("select count(d), min(d.createdAt) from DeliveryRow d where d.state = ?1", DeliveryState.PENDING)
                .project(Backlog.class)
                .singleResult();
    }

    Uni<Void> forget(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }

    Uni<Long> deleteDoneBefore(Instant limit) {
        return delete("createdAt < ?1 and state <> ?2", limit, DeliveryState.PENDING);
    }

    private static void also(StringBuilder where, Map<String, Object> parameters, String condition, Object value) {
        where.append(" and ").append(condition);
        String name = condition.substring(condition.indexOf(':') + 1);
        parameters.put(name, value);
    }
}
