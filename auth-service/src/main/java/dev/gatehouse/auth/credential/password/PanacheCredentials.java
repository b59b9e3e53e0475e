package dev.gatehouse.auth.credential.password;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table {@code credential}. */
@ApplicationScoped
class PanacheCredentials implements Credentials, PanacheRepositoryBase<CredentialRow, UUID> {
    private static final String UNCHANGED = "SELECT 1 FROM credential WHERE account_id = ? AND changed_at = ?";
    private static final String STILL = "SELECT 1 FROM credential WHERE account_id = ? AND phc = ?";
    private static final String FORMER = "from FormerCredentialRow where accountId = ?1 order by setAt desc";

    private static final String SHARES = "SELECT CASE"
            + " WHEN phc LIKE '$argon2%' THEN SUBSTRING_INDEX(phc, '$', 4)"
            + " WHEN phc LIKE '$P$%' OR phc LIKE '$H$%' THEN LEFT(phc, 4)"
            + " WHEN phc LIKE '$%' THEN SUBSTRING_INDEX(phc, '$', 3)"
            + " ELSE SUBSTRING_INDEX(phc, '$', 2) END AS cost,"
            + " CHAR_LENGTH(phc) AS size, pepper_key_id, MIN(phc) AS sample, COUNT(*) AS accounts"
            + " FROM credential GROUP BY cost, size, pepper_key_id ORDER BY accounts DESC LIMIT 64";

    private final Pool pool;
    private final TraitsSeal seal;

    PanacheCredentials(Pool pool, TraitsSeal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /**
     * Which costs the stored hashes have; the 64 that most have. Outside of a transaction: it reads the whole table.
     */
    Uni<List<Decoys.Share>> shares() {
        return pool.query(SHARES).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(PanacheCredentials::share)
                .toList());
    }

    private static Decoys.Share share(Row row) {
        String keyId = row.getString("pepper_key_id");
        return new Decoys.Share(
                String.join(" ", row.getString("cost"), row.getInteger("size").toString(), keyId),
                new StoredPassword(row.getString("sample"), keyId),
                row.getLong("accounts"));
    }

    @Override
    public Uni<Optional<StoredPassword>> of(UUID accountId) {
        return findById(accountId).map(row -> Optional.ofNullable(row).map(CredentialRow::password));
    }

    @Override
    public Uni<List<StoredPassword>> history(UUID accountId, int most) {
        return of(accountId).chain(present -> former(accountId, most)
                .map(former -> Stream.concat(present.stream(), former.stream().map(CredentialRow.Former::password))
                        .limit(most)
                        .toList()));
    }

    @Override
    public Uni<Void> add(Map<UUID, StoredPassword> passwords, Instant at) {
        return passwords.isEmpty()
                ? Uni.createFrom().voidItem()
                : persist(passwords.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue(), at)))
                        .chain(this::flush);
    }

    /** Nothing is known of a password whose hash another system made. */
    private static CredentialRow row(UUID accountId, StoredPassword password, Instant at) {
        CredentialRow row = new CredentialRow(accountId);
        row.phc = password.phc();
        row.pepperKeyId = password.pepperKeyId();
        row.changedAt = at;
        return row;
    }

    @Override
    public Uni<Void> set(UUID accountId, NewPassword password, Instant at) {
        return lock(accountId)
                .chain(found -> found.map(row -> replace(row, password, at))
                        .orElseGet(() -> persist(fill(new CredentialRow(accountId), password, at))
                                .replaceWithVoid()))
                .call(this::flush);
    }

    @Override
    public Uni<Boolean> replace(UUID accountId, StoredPassword proven, NewPassword password, Instant at) {
        return lock(accountId)
                .map(found -> found.filter(row -> row.phc.equals(proven.phc())))
                .chain(found -> found.isPresent()
                        ? replace(found.get(), password, at).call(this::flush).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    @Override
    public Uni<Void> improve(UUID accountId, StoredPassword old, StoredPassword rehashed, PasswordTraits traits) {
        return update(
                        "phc = ?1, pepperKeyId = ?2, traits = ?3 where accountId = ?4 and phc = ?5",
                        rehashed.phc(),
                        rehashed.pepperKeyId(),
                        seal.seal(accountId, traits),
                        accountId,
                        old.phc())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(UUID accountId) {
        return forget(accountId, 0).chain(() -> deleteById(accountId)).replaceWithVoid();
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

    private Uni<Optional<CredentialRow>> lock(UUID accountId) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** The present password counts among those that are not used again. */
    private Uni<Void> replace(CredentialRow row, NewPassword password, Instant at) {
        int former = Math.max(0, password.kept() - 1);
        CredentialRow.Former replaced = new CredentialRow.Former(row);
        fill(row, password, at);
        Uni<Void> kept = former == 0
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> session.persist(replaced));
        return kept.call(this::flush).chain(() -> forget(row.accountId, former));
    }

    private Uni<List<CredentialRow.Former>> former(UUID accountId, int most) {
        return Panache.getSession().chain(session -> session.createQuery(FORMER, CredentialRow.Former.class)
                .setParameter(1, accountId)
                .setMaxResults(most)
                .getResultList());
    }

    private Uni<Void> forget(UUID accountId, int butNewest) {
        return Panache.getSession().chain(session -> session.createQuery(FORMER, CredentialRow.Former.class)
                .setParameter(1, accountId)
                .setFirstResult(butNewest)
                .getResultList()
                .chain(beyond -> session.removeAll(beyond.toArray())));
    }

    /** Called before persist: the INSERT is built from the fields at that moment. */
    @CanIgnoreReturnValue
    private CredentialRow fill(CredentialRow row, NewPassword password, Instant at) {
        row.phc = password.hash().phc();
        row.pepperKeyId = password.hash().pepperKeyId();
        row.traits = seal.seal(row.accountId, password.traits());
        row.changedAt = at;
        return row;
    }
}
