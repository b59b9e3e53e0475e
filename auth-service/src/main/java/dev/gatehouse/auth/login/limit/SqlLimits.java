package dev.gatehouse.auth.login.limit;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.event.LoginLimit;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The counters of the table {@code login_limit} that attempts meet; */
@ApplicationScoped
class SqlLimits {
    private static final String READ =
            "SELECT id, failures, since, blocked_until, succeeded_at, password_set_at FROM login_limit WHERE id IN (";
    private static final String INTO = "INSERT INTO login_limit (id, kind, limited_by, account_id, network, failures,"
            + " since, blocked_until, succeeded_at, password_set_at, forget_at) VALUES ";
    private static final int COLUMNS = 11;

    /** Locks a row that exists, and knows its account from now on. */
    private static final String KEPT = " ON DUPLICATE KEY UPDATE account_id = COALESCE(VALUES(account_id), account_id)";

    private static final String REPLACED =
            " ON DUPLICATE KEY UPDATE failures = VALUES(failures), since = VALUES(since),"
                    + " blocked_until = VALUES(blocked_until), succeeded_at = VALUES(succeeded_at),"
                    + " password_set_at = VALUES(password_set_at), forget_at = VALUES(forget_at)";
    /** Longer than the longest window and the longest lock. */
    private static final Duration SHORT_MEMORY = Duration.ofDays(7);

    /** Failures in a row are counted over any time. */
    private static final Duration LONG_MEMORY = Duration.ofDays(400);

    private final LimitConfig config;

    SqlLimits(LimitConfig config) {
        this.config = config;
    }

    /** The counters of these keys; one statement, whether or not they exist. */
    Uni<Map<LimitKey, Counter>> read(SqlConnection connection, Collection<LimitKey> keys) {
        return read(connection, keys, "");
    }

    /**
     * The counters of these keys, locked until the transaction ends. They are locked in the order of their ids, so two
     * attempts never wait for each other.
     */
    Uni<Map<LimitKey, Counter>> hold(SqlConnection tx, Owner owner, Collection<LimitKey> keys, Instant now) {
        Map<LimitKey, Counter> empty = keys.stream().collect(Collectors.toMap(key -> key, key -> Counter.NONE));
        return insert(tx, owner, empty, KEPT, now).chain(() -> read(tx, keys, " FOR UPDATE"));
    }

    /** Stores counters that are locked. */
    Uni<Void> store(SqlConnection tx, Owner owner, Map<LimitKey, Counter> counters, Instant now) {
        return insert(tx, owner, counters, REPLACED, now);
    }

    private static Uni<Map<LimitKey, Counter>> read(SqlConnection connection, Collection<LimitKey> keys, String lock) {
        Map<UUID, LimitKey> byId = keys.stream().collect(Collectors.toMap(LimitKey::id, key -> key));
        List<Object> ids = byId.keySet().stream().<Object>map(UuidBytes::of).toList();
        String sql = READ + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")" + lock;
        return connection
                .preparedQuery(sql)
                .execute(Tuple.wrap(new ArrayList<>(ids)))
                .map(rows -> {
                    Map<LimitKey, Counter> found = new HashMap<>();
                    keys.forEach(key -> found.put(key, Counter.NONE));
                    StreamSupport.stream(rows.spliterator(), false)
                            .forEach(row -> found.put(byId.get(id(row)), counter(row)));
                    return found;
                });
    }

    private Uni<Void> insert(
            SqlConnection tx, Owner owner, Map<LimitKey, Counter> counters, String otherwise, Instant now) {
        String row = "(" + String.join(", ", Collections.nCopies(COLUMNS, "?")) + ")";
        Tuple values = Tuple.tuple();
        counters.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> UuidBytes.bytes(entry.getKey().id()), Arrays::compareUnsigned))
                .forEach(entry -> add(values, owner, entry, now));
        String sql = INTO + String.join(", ", Collections.nCopies(counters.size(), row)) + otherwise;
        return tx.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private void add(Tuple values, Owner owner, Map.Entry<LimitKey, Counter> entry, Instant now) {
        LimitKey key = entry.getKey();
        Counter counter = entry.getValue();
        UUID account = key.limit() == LoginLimit.NETWORK ? null : owner.accountId();
        values.addValue(UuidBytes.of(key.id()))
                .addValue(owner.kind().name())
                .addValue(key.limit().name())
                .addValue(account == null ? null : UuidBytes.of(account))
                .addValue(key.network())
                .addValue(counter.failures())
                .addValue(UtcTimes.of(counter.since()))
                .addValue(time(counter.blockedUntil()))
                .addValue(time(counter.succeededAt()))
                .addValue(time(counter.passwordSetAt()))
                .addValue(UtcTimes.of(forgetAt(key, account, counter, now)));
    }

    private Instant forgetAt(LimitKey key, @Nullable UUID account, Counter counter, Instant now) {
        if (key.limit() == LoginLimit.CREDENTIAL) {
            boolean lasting = counter.failures() > 0 && (account != null || counter.blocks(now));
            return now.plus(lasting ? LONG_MEMORY : SHORT_MEMORY);
        }
        Instant soon = now.plus(SHORT_MEMORY);
        Instant succeededAt = counter.succeededAt();
        Instant unknown = succeededAt == null ? soon : succeededAt.plus(config.knownFor());
        return unknown.isAfter(soon) ? unknown : soon;
    }

    private static Counter counter(Row row) {
        return new Counter(
                row.getInteger("failures"),
                UtcTimes.from(row.getLocalDateTime("since")),
                instant(row, "blocked_until"),
                instant(row, "succeeded_at"),
                instant(row, "password_set_at"));
    }

    private static UUID id(Row row) {
        return UuidBytes.from(row.getBuffer("id").getDelegate());
    }

    private static @Nullable Instant instant(Row row, String column) {
        LocalDateTime time = row.getLocalDateTime(column);
        return time == null ? null : UtcTimes.from(time);
    }

    private static @Nullable LocalDateTime time(@Nullable Instant time) {
        return time == null ? null : UtcTimes.of(time);
    }

    /**
     * Whose counters they are.
     *
     * @param accountId absent when no account of this kind has the e-mail address
     */
    record Owner(AccountKind kind, @Nullable UUID accountId) {}
}
