package dev.gatehouse.auth.identity.account;

import dev.gatehouse.contracts.identity.AccountStatus;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code account}. */
@ApplicationScoped
class PanacheAccounts implements PanacheRepositoryBase<AccountRow, UUID> {
    Uni<Optional<AccountRow>> byEmailKey(String key) {
        return find("emailKey", key).firstResult().map(Optional::ofNullable);
    }

    Uni<Optional<AccountRow>> byKey(UUID id) {
        return findById(id).map(Optional::ofNullable);
    }

    /** The row, locked until the transaction ends. */
    Uni<Optional<AccountRow>> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /**
     * The active administrators, all locked by one statement in one order. Two transactions that each remove an
     * administrator run one after the other here, and the second one sees who is left.
     */
    Uni<List<AccountRow>> lockActiveAdmins() {
        return find("admin = true and status = ?1 order by id", AccountStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<Boolean> anyAdmin() {
        return count("admin = true").map(count -> count > 0);
    }

    /** Newest first, after the given position. */
    Uni<List<AccountRow>> search(Accounts.Filter filter, Optional<Position> after, int rows) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        conditions.add(filter.status() == null ? "status <> :status" : "status = :status");
        values.put("status", filter.status() == null ? AccountStatus.ERASED : filter.status());
        narrow(conditions, values, "kind", filter.kind());
        narrow(conditions, values, "admin", filter.admin());
        if (filter.text() != null) {
            conditions.add("(emailKey like :text escape '!' or lower(displayName) like :text escape '!')");
            values.put("text", "%" + literal(filter.text().toLowerCase(Locale.ROOT)) + "%");
        }
        after.ifPresent(position -> {
            conditions.add("(createdAt < :at or (createdAt = :at and id < :id))");
            values.put("at", position.createdAt());
            values.put("id", position.id());
        });
        return find(String.join(" and ", conditions) + " order by createdAt desc, id desc", values)
                .range(0, rows - 1)
                .list();
    }

    private static void narrow(
            List<String> conditions, Map<String, Object> values, String property, @Nullable Object value) {
        if (value != null) {
            conditions.add(property + " = :" + property);
            values.put(property, value);
        }
    }

    /** Escapes the wildcards of LIKE. */
    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** The last row of the previous page. */
    record Position(Instant createdAt, UUID id) {}
}
