package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.auth.credential.password.TraitsSeal;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Age and traits of the passwords of active accounts, through the view {@code password_account}. */
@ApplicationScoped
class SqlPasswordAccounts {
    private static final String PAGE = "SELECT account_id, changed_at, traits FROM password_account"
            + " WHERE kind = ? AND account_id > ? ORDER BY account_id LIMIT ?";
    private static final String DUE = "SELECT p.account_id, p.changed_at FROM password_account p"
            + " LEFT JOIN password_reminder r ON r.account_id = p.account_id"
            + " WHERE p.kind = ? AND p.changed_at > ? AND p.changed_at <= ?"
            + " AND (r.expires_at IS NULL OR r.expires_at <> p.changed_at + INTERVAL ? DAY OR r.days > ?)"
            + " ORDER BY p.changed_at LIMIT ?";
    private static final String REMIND_AGAIN = "UPDATE password_reminder SET expires_at = ?, days = ?"
            + " WHERE account_id = ? AND (expires_at <> ? OR days > ?)";
    private static final String REMIND =
            "INSERT IGNORE INTO password_reminder (account_id, expires_at, days) VALUES (?, ?, ?)";

    private final Pool pool;
    private final TraitsSeal seal;

    SqlPasswordAccounts(Pool pool, TraitsSeal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /** So many of the accounts of this kind whose ids are greater, in the order of their ids. */
    Uni<List<Measured>> page(AccountKind kind, UUID after, int size) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(kind.name(), UuidBytes.of(after), size))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::measured)
                        .toList());
    }

    /** The passwords that were set in this time, it excluded at the begin, and were not reminded of yet. */
    Uni<List<Aged>> due(Reminder reminder, Instant after, Instant until, int size) {
        Duration age = reminder.maxAge();
        return pool.preparedQuery(DUE)
                .execute(Tuple.from(List.of(
                        reminder.kind().name(),
                        UtcTimes.of(after),
                        UtcTimes.of(until),
                        age.toDays(),
                        reminder.days(),
                        size)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlPasswordAccounts::aged)
                        .toList());
    }

    /** Notes that the owner is reminded; true for one caller only. */
    Uni<Boolean> remind(SqlConnection transaction, Aged aged, Instant expiresAt, int days) {
        Tuple again =
                Tuple.of(UtcTimes.of(expiresAt), days, UuidBytes.of(aged.accountId()), UtcTimes.of(expiresAt), days);
        Tuple first = Tuple.of(UuidBytes.of(aged.accountId()), UtcTimes.of(expiresAt), days);
        return changes(transaction, REMIND_AGAIN, again)
                .chain(changed -> changed ? Uni.createFrom().item(true) : changes(transaction, REMIND, first));
    }

    private static Uni<Boolean> changes(SqlConnection transaction, String sql, Tuple values) {
        return transaction.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private Measured measured(Row row) {
        Aged aged = aged(row);
        var traits = row.getBuffer("traits");
        return new Measured(aged, seal.open(aged.accountId(), traits == null ? null : traits.getBytes()));
    }

    private static Aged aged(Row row) {
        return new Aged(
                UuidBytes.from(row.getBuffer("account_id").getDelegate()),
                UtcTimes.from(row.getLocalDateTime("changed_at")));
    }

    /** A reminder: so many days ahead, for one kind of account. */
    record Reminder(AccountKind kind, Duration maxAge, int days) {}

    /** The password of an account with its age. */
    record Aged(UUID accountId, Instant setAt) {}

    /** The same with its traits; without them when it was not measured yet. */
    record Measured(Aged password, Optional<PasswordTraits> traits) {}
}
