package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code credential}. */
@ApplicationScoped
class PanacheCredentials implements Credentials, PanacheRepositoryBase<CredentialRow, UUID> {
    private static final String UNCHANGED = "SELECT 1 FROM credential WHERE account_id = ? AND changed_at = ?";
    private static final String STILL = "SELECT 1 FROM credential WHERE account_id = ? AND phc = ?";

    @Override
    public Uni<Optional<StoredPassword>> of(UUID accountId) {
        return findById(accountId).map(row -> Optional.ofNullable(row).map(CredentialRow::password));
    }

    @Override
    public Uni<Void> set(UUID accountId, StoredPassword password, Instant at) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> filled(row == null ? new CredentialRow(accountId) : row, password, at))
                .chain(row -> persist(row))
                .call(this::flush)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> add(Map<UUID, StoredPassword> passwords, Instant at) {
        return passwords.isEmpty()
                ? Uni.createFrom().voidItem()
                : persist(passwords.entrySet().stream()
                                .map(entry -> filled(new CredentialRow(entry.getKey()), entry.getValue(), at)))
                        .chain(this::flush);
    }

    @Override
    public Uni<Boolean> replace(UUID accountId, StoredPassword proven, StoredPassword password, Instant at) {
        return update(
                        "phc = ?1, pepperKeyId = ?2, changedAt = ?3 where accountId = ?4 and phc = ?5",
                        password.phc(),
                        password.pepperKeyId(),
                        at,
                        accountId,
                        proven.phc())
                .map(count -> count == 1);
    }

    @Override
    public Uni<Void> rehash(UUID accountId, StoredPassword old, StoredPassword rehashed) {
        return update(
                        "phc = ?1, pepperKeyId = ?2 where accountId = ?3 and phc = ?4",
                        rehashed.phc(),
                        rehashed.pepperKeyId(),
                        accountId,
                        old.phc())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }

    @Override
    public Uni<Void> requireUnchanged(SqlConnection transaction, UUID accountId, Instant setAt) {
        return require(transaction, UNCHANGED, Tuple.of(UuidBytes.of(accountId), UtcTimes.of(setAt)));
    }

    @Override
    public Uni<Void> requireStill(SqlConnection transaction, UUID accountId, StoredPassword proven) {
        return require(transaction, STILL, Tuple.of(UuidBytes.of(accountId), proven.phc()));
    }

    private static Uni<Void> require(SqlConnection transaction, String sql, Tuple values) {
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new Changed()));
    }

    /** Called before persist: the INSERT is built from the fields at that moment. */
    private static CredentialRow filled(CredentialRow row, StoredPassword password, Instant at) {
        row.phc = password.phc();
        row.pepperKeyId = password.pepperKeyId();
        row.changedAt = at;
        return row;
    }
}
