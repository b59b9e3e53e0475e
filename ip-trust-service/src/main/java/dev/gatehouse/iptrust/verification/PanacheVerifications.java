package dev.gatehouse.iptrust.verification;

import dev.gatehouse.iptrust.account.AccountErasureListener;
import dev.gatehouse.iptrust.verification.VerificationRow.State;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheVerifications implements PanacheRepositoryBase<VerificationRow, UUID>, AccountErasureListener {
    private static final int BATCH = 200;

    Uni<@Nullable VerificationRow> findByToken(String tokenHash) {
        return find("tokenHash", tokenHash).firstResult();
    }

    /** Serialises the answers to one verification. */
    Uni<@Nullable VerificationRow> lockByToken(String tokenHash) {
        return find("tokenHash", tokenHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<@Nullable VerificationRow> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    Uni<List<VerificationRow>> lockPending(UUID accountId) {
        return find("accountId = ?1 and state = ?2 order by id", accountId, State.PENDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<VerificationRow>> lockOverdue(Instant now) {
        return find("state = ?1 and expiresAt <= ?2 order by expiresAt", State.PENDING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, BATCH - 1)
                .list();
    }

    /** The mails to this account since then. */
    Uni<Mailed> mailedTo(UUID accountId, Instant since) {
        return mailed("accountId = ?1 and requestedAt > ?2 and state <> ?3", accountId, since);
    }

    /** The mails that logins from this network caused since then. */
    Uni<Mailed> mailedFrom(String network, Instant since) {
        return mailed("network = ?1 and requestedAt > ?2 and state <> ?3", network, since);
    }

    private Uni<Mailed> mailed(String condition, Object owner, Instant since) {
        return find(
                        "select count(*), min(requestedAt) from VerificationRow where " + condition,
                        owner,
                        since,
                        State.WITHHELD)
                .project(Mailed.class)
                .singleResult();
    }

    Uni<List<VerificationRow>> page(VerificationFilter filter, Optional<UUID> before, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder("1 = 1");
        filter.accountId().ifPresent(id -> restrict(query, parameters, "accountId = :account", "account", id));
        filter.state().ifPresent(state -> restrict(query, parameters, "state = :state", "state", state));
        before.ifPresent(id -> restrict(query, parameters, "id < :before", "before", id));
        return find(query.append(" order by id desc").toString(), parameters)
                .range(0, limit - 1)
                .list();
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }

    private static void restrict(
            StringBuilder query, Map<String, Object> parameters, String condition, String name, Object value) {
        query.append(" and ").append(condition);
        parameters.put(name, value);
    }

    /**
     * Mails within a time.
     *
     * @param first when the first of them was asked for; absent without any
     */
    record Mailed(Long count, @Nullable Instant first) {}

    /** The filter of the list. */
    record VerificationFilter(Optional<UUID> accountId, Optional<State> state) {}
}
