package dev.gatehouse.auth.identity.account;

import dev.gatehouse.contracts.identity.AccountStatus;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
    /** An address is found as it is compared and as it is written: the domain as A-labels or in its own letters. */
    private static final String TEXT = "(emailKey like :text escape '!' or lower(email) like :text escape '!'"
            + " or lower(displayName) like :text escape '!')";

    private static final int EXPIRED_AT_ONCE = 100;

    Uni<Optional<AccountRow>> byEmailKey(String key) {
        return find("emailKey", key).firstResult().map(Optional::ofNullable);
    }

    Uni<List<AccountRow>> byEmailKeys(Collection<String> keys) {
        return keys.isEmpty() ? Uni.createFrom().item(List.of()) : list("emailKey in ?1", keys);
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

    /** Administrators whose right has ended, the earliest end first. */
    Uni<List<AccountRow>> adminsPastTheirEnd(Instant now) {
        return find("admin = true and adminUntil <= ?1 order by adminUntil", now)
                .range(0, EXPIRED_AT_ONCE - 1)
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
            conditions.add(TEXT);
            values.put("text", "%" + literal(folded(filter.text())) + "%");
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

    /** As names and addresses are stored, so that every spelling of a letter is found. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Escapes the wildcards of LIKE. */
    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** The last row of the previous page. */
    record Position(Instant createdAt, UUID id) {}

    /** Inserts these accounts now, so that a taken address fails here. */
    Uni<Void> persistAll(List<AccountRow> rows) {
        return persist(rows).chain(this::flush);
    }
}
