package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.login.limit.LimitPolicy.Counter;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.event.LoginLimit;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The counters of the table {@code login_limit} that attempts meet, and the settings that go with them. */
@ApplicationScoped
class SqlLimits {
    private static final String COUNTER = "id, failures, since, blocked_until, succeeded_at, password_set_at";
    private static final String HOLD = "SELECT " + COUNTER + " FROM login_limit WHERE id IN (";

    /** The settings are in each row, and in one without a counter when there is none. */
    private static final String READ = "SELECT " + SqlLimitSettings.COLUMNS + ", campaign_since, " + COUNTER
            + " FROM login_limit_in_force AS setting LEFT JOIN login_limit AS counter ON counter.id IN (";

    private static final String INTO = "INSERT INTO login_limit (id, kind, limited_by, account_id, network, failures,"
            + " since, blocked_until, succeeded_at, password_set_at, forget_at) VALUES ";
    private static final int COLUMNS = 11;
    private static final String OTHERS = "SELECT COUNT(*) FROM login_limit WHERE network = ? AND limited_by = 'PAIR'"
            + " AND since > ? AND failures > 0 AND kind = ?";

    /** Locks a row that exists. */
    private static final String KEPT = " ON DUPLICATE KEY UPDATE id = VALUES(id)";

    /** An address that gets an account later is known by it from then on. */
    private static final String REPLACED =
            " ON DUPLICATE KEY UPDATE account_id = COALESCE(VALUES(account_id), account_id),"
                    + " failures = VALUES(failures), since = VALUES(since),"
                    + " blocked_until = VALUES(blocked_until), succeeded_at = VALUES(succeeded_at),"
                    + " password_set_at = VALUES(password_set_at), forget_at = VALUES(forget_at)";

    /** Longer than the longest window and the longest lock. */
    private static final Duration SHORT_MEMORY = Duration.ofDays(7);

    /** Failures in a row are counted over any time. */
    private static final Duration LONG_MEMORY = Duration.ofDays(400);

    private final Pool pool;
    private final LimitConfig config;

    SqlLimits(Pool pool, LimitConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The same as {@link #read(SqlClient, AccountKind, Collection)}, on a connection of its own. */
    Uni<Known> readNow(AccountKind kind, Collection<LimitKeys.Key> keys) {
        return read(pool, kind, keys);
    }

    /**
     * The settings of a kind of account and the counters of these keys as they are stored; one statement, whatever
     * there is.
     */
    Uni<Known> read(SqlClient connection, AccountKind kind, Collection<LimitKeys.Key> keys) {
        Tuple values = ids(keys).addValue(kind.name());
        return connection
                .preparedQuery(READ + places(keys.size()) + ") WHERE setting.kind = ?")
                .execute(values)
                .map(rows -> new Known(SqlLimitSettings.inForce(rows.iterator().next()), counters(rows, keys)));
    }

    /**
     * The counters of these keys, locked until the transaction ends. They are locked in the order of their ids, so two
     * attempts never wait for each other.
     *
     * @param exist whether each one is stored: an absent row cannot be locked without its neighbours, so it is inserted
     */
    Uni<Map<LimitKeys.Key, Counter>> hold(
            SqlConnection tx, Owner owner, Collection<LimitKeys.Key> keys, boolean exist, Instant now) {
        Map<LimitKeys.Key, Counter> empty = keys.stream().collect(Collectors.toMap(key -> key, key -> Counter.NONE));
        Uni<Void> stored = exist ? Uni.createFrom().voidItem() : insert(tx, owner, empty, KEPT, now);
        return stored.chain(() -> tx.preparedQuery(HOLD + places(keys.size()) + ") FOR UPDATE")
                        .execute(ids(keys)))
                .map(rows -> {
                    Map<LimitKeys.Key, Counter> held = new HashMap<>(empty);
                    held.putAll(counters(rows, keys));
                    return held;
                });
    }

    /**
     * How many e-mail addresses were tried in vain from a network since then. Its counter MUST be locked, so that the
     * number is exact.
     */
    Uni<Integer> tried(SqlConnection tx, Owner owner, LimitKeys.Key network, Instant since) {
        return tx.preparedQuery(OTHERS)
                .execute(Tuple.of(
                        network.network(), UtcTimes.of(since), owner.kind().name()))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Stores counters that are locked. */
    Uni<Void> store(SqlConnection tx, Owner owner, Map<LimitKeys.Key, Counter> counters, Instant now) {
        return insert(tx, owner, counters, REPLACED, now);
    }

    private static Map<LimitKeys.Key, Counter> counters(RowSet<Row> rows, Collection<LimitKeys.Key> keys) {
        Map<UUID, LimitKeys.Key> byId = keys.stream().collect(Collectors.toMap(LimitKeys.Key::id, key -> key));
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getBuffer("id") != null)
                .collect(Collectors.toUnmodifiableMap(row -> byId.get(id(row)), SqlLimits::counter));
    }

    private static Tuple ids(Collection<LimitKeys.Key> keys) {
        return Tuple.wrap(
                keys.stream().<Object>map(key -> UuidBytes.of(key.id())).collect(Collectors.toList()));
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private Uni<Void> insert(
            SqlConnection tx, Owner owner, Map<LimitKeys.Key, Counter> counters, String otherwise, Instant now) {
        String row = "(" + places(COLUMNS) + ")";
        Tuple values = Tuple.tuple();
        counters.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> UuidBytes.bytes(entry.getKey().id()), Arrays::compareUnsigned))
                .forEach(entry -> add(values, owner, entry, now));
        String sql = INTO + String.join(", ", Collections.nCopies(counters.size(), row)) + otherwise;
        return tx.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private void add(Tuple values, Owner owner, Map.Entry<LimitKeys.Key, Counter> entry, Instant now) {
        LimitKeys.Key key = entry.getKey();
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

    private Instant forgetAt(LimitKeys.Key key, @Nullable UUID account, Counter counter, Instant now) {
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
     * What an attempt meets.
     *
     * @param counters those that are stored
     */
    record Known(LimitSettings settings, Map<LimitKeys.Key, Counter> counters) {
        Counter counter(LimitKeys.Key key) {
            return counters.getOrDefault(key, Counter.NONE);
        }

        boolean holds(Collection<LimitKeys.Key> keys) {
            return counters.keySet().containsAll(keys);
        }
    }

    /**
     * Whose counters they are.
     *
     * @param accountId absent when no account of this kind has the e-mail address
     */
    record Owner(AccountKind kind, @Nullable UUID accountId) {}
}
