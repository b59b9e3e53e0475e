package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.token.Transport;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.ChallengeKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table {@code login_challenge} where exactness counts: beginning, finding by secret, and collecting once. */
@ApplicationScoped
class SqlChallenges {
    private static final String INSERT =
            "INSERT INTO login_challenge (reference, secret_hash, kind, account_id, audience,"
                    + " state, match_number, ip, user_agent, client_digest, remember_me, transport, methods, password_set_at,"
                    + " created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND = "SELECT * FROM login_challenge WHERE secret_hash = ? AND client_digest = ?";
    private static final String COLLECT = "UPDATE login_challenge SET state = 'COLLECTED'"
            + " WHERE reference = ? AND state = 'APPROVED' AND expires_at > ?";

    private final Pool pool;

    SqlChallenges(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(SqlConnection transaction, OpenedChallenge opened, Instant now) {
        Challenge challenge = opened.challenge();
        NewChallenge begun = challenge.begun();
        Tuple values = Tuple.tuple()
                .addValue(UuidBytes.of(challenge.reference()))
                .addValue(hash(opened.id()))
                .addString(challenge.kind().name())
                .addValue(UuidBytes.of(begun.accountId()))
                .addString(begun.client().audience().name())
                .addString(challenge.state().name())
                .addInteger(challenge.matchNumber())
                .addString(begun.client().program().ip())
                .addString(begun.client().program().userAgent())
                .addValue(Buffer.buffer(begun.client().digest().bytes()))
                .addBoolean(begun.wish().rememberMe())
                .addString(begun.wish().transport().name())
                .addString(String.join(",", begun.wish().methods()))
                .addLocalDateTime(UtcTimes.of(begun.passwordSetAt()))
                .addLocalDateTime(UtcTimes.of(now))
                .addLocalDateTime(UtcTimes.of(challenge.expiresAt()));
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /** The one with this secret, if it was begun by this very client. */
    Uni<Optional<Challenge>> find(Secret id, ChallengeClient asker) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(hash(id), Buffer.buffer(asker.digest().bytes())))
                .map(rows -> first(rows).map(row -> challenge(row, asker)));
    }

    /** True for one caller only. */
    Uni<Boolean> collect(SqlConnection transaction, UUID reference, Instant now) {
        return transaction
                .preparedQuery(COLLECT)
                .execute(Tuple.of(UuidBytes.of(reference), UtcTimes.of(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Challenge challenge(Row row, ChallengeClient asker) {
        Instant expiresAt = UtcTimes.from(row.getLocalDateTime("expires_at"));
        Instant createdAt = UtcTimes.from(row.getLocalDateTime("created_at"));
        NewChallenge begun = new NewChallenge(
                UuidBytes.from(row.getBuffer("account_id").getDelegate()),
                asker,
                UtcTimes.from(row.getLocalDateTime("password_set_at")),
                Duration.between(createdAt, expiresAt),
                wish(row));
        return new Challenge(
                UuidBytes.from(row.getBuffer("reference").getDelegate()),
                ChallengeKind.valueOf(row.getString("kind")),
                ChallengeState.valueOf(row.getString("state")),
                row.getInteger("match_number"),
                expiresAt,
                begun);
    }

    private static NewChallenge.Wish wish(Row row) {
        List<String> methods = List.of(row.getString("methods").split(",", -1));
        return new NewChallenge.Wish(
                methods, row.getBoolean("remember_me"), Transport.valueOf(row.getString("transport")));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static Buffer hash(Secret id) {
        return Buffer.buffer(Macs.sha256(id.reveal()));
    }
}
