package dev.gatehouse.auth.token.signingkey;

import dev.gatehouse.chassis.database.UtcTimes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.mysqlclient.MySQLException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table {@code signing_key}. Statements need no transaction: the primary key decides between replicas. */
@ApplicationScoped
class SqlSigningKeys {
    private static final int DUPLICATE_KEY = 1062;
    private static final String ALL =
            "SELECT generation, kid, public_key, sealed_private, signs_from FROM signing_key ORDER BY generation";
    private static final String INSERT =
            "INSERT INTO signing_key (generation, kid, public_key, sealed_private, created_at, signs_from)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM signing_key WHERE generation = ?";

    private final Pool pool;
    private final KeyMaker maker;

    SqlSigningKeys(Pool pool, KeyMaker maker) {
        this.pool = pool;
        this.maker = maker;
    }

    Uni<List<SigningKey>> all() {
        return pool.query(ALL).execute().map(this::keys);
    }

    /** Inserts the key. When another replica was faster, nothing happens, and {@link #all} returns its key. */
    Uni<Void> add(SigningKey key, Instant now) {
        Tuple values = Tuple.of(
                key.generation(),
                key.kid(),
                Buffer.buffer(key.publicKey().getEncoded()),
                Buffer.buffer(maker.sealed(key)),
                UtcTimes.of(now),
                UtcTimes.of(key.signsFrom()));
        return pool.preparedQuery(INSERT)
                .execute(values)
                .onFailure(SqlSigningKeys::isDuplicate)
                .recoverWithNull()
                .replaceWithVoid();
    }

    Uni<Void> delete(SigningKey key) {
        return pool.preparedQuery(DELETE).execute(Tuple.of(key.generation())).replaceWithVoid();
    }

    private List<SigningKey> keys(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::key).toList();
    }

    private SigningKey key(Row row) {
        KeySchedule.Turn turn =
                new KeySchedule.Turn(row.getInteger("generation"), UtcTimes.from(row.getLocalDateTime("signs_from")));
        return maker.read(
                turn,
                row.getString("kid"),
                row.getBuffer("public_key").getBytes(),
                row.getBuffer("sealed_private").getBytes());
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MySQLException refused && refused.getErrorCode() == DUPLICATE_KEY;
    }
}
