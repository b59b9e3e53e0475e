package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.login.iptrust.PendingChallenges.MailState;
import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.auth.token.SessionClient.PlaceSetting;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Inserts, finds and redeems the rows of the table {@code login_challenge}. */
@ApplicationScoped
class SqlChallenges {
    private static final String INSERT =
            "INSERT INTO login_challenge (reference, secret_hash, kind, account_id, audience,"
                    + " state, match_number, ip, user_agent, remember_me, transport, methods, password_set_at,"
                    + " created_at, expires_at, joins, password_change, mail_state, session_id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String JOINABLE = "SELECT * FROM login_challenge WHERE account_id = ? AND audience = ?"
            + " AND state = 'PENDING' AND kind = 'IP_VERIFICATION' AND joins IS NULL"
            + " AND mail_state IN ('QUEUED', 'SENT') AND password_set_at = ? AND expires_at > ? ORDER BY reference";
    private static final String FIND = "SELECT * FROM login_challenge WHERE secret_hash = ? AND audience = ?";
    private static final String REDEEM = "UPDATE login_challenge SET state = 'REDEEMED'"
            + " WHERE reference = ? AND state = 'APPROVED' AND expires_at > ?";

    private final Pool pool;
    private final PlaceSetting places;
    private final InstantSource clock;

    SqlChallenges(Pool pool, PlaceSetting places, InstantSource clock) {
        this.pool = pool;
        this.places = places;
        this.clock = clock;
    }

    Uni<Void> insert(SqlConnection transaction, Challenge.Opened opened) {
        Challenge challenge = opened.challenge();
        Challenge.Terms terms = challenge.terms();
        UUID joins = challenge.joins();
        UUID continues = terms.session().continues();
        PasswordChangeReason change = terms.passwordChange();
        ChallengeMail mail = challenge.mail();
        Tuple values = Tuple.tuple()
                .addValue(UuidBytes.of(challenge.reference()))
                .addValue(hash(opened.id()))
                .addString(challenge.kind().name())
                .addValue(UuidBytes.of(terms.accountId()))
                .addString(terms.client().audience().name())
                .addString(challenge.state().name())
                .addInteger(challenge.matchNumber())
                .addString(terms.client().client().ip())
                .addString(terms.client().client().userAgent())
                .addBoolean(terms.session().rememberMe())
                .addString(terms.session().transport().name())
                .addString(String.join(",", terms.session().methods()))
                .addLocalDateTime(UtcTimes.of(terms.passwordSetAt()))
                .addLocalDateTime(UtcTimes.of(clock.instant()))
                .addLocalDateTime(UtcTimes.of(challenge.expiresAt()))
                .addValue(joins == null ? null : UuidBytes.of(joins))
                .addString(change == null ? null : change.name())
                .addString(mail == null ? null : mail.state().name())
                .addValue(continues == null ? null : UuidBytes.of(continues));
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /** The oldest open challenge of the account whose mail answers a login from this place too. */
    Uni<Optional<Challenge>> joinable(Challenge.Terms terms, Instant openAfter) {
        Challenge.Client client = terms.client();
        Tuple values = Tuple.of(
                UuidBytes.of(terms.accountId()),
                client.audience().name(),
                UtcTimes.of(terms.passwordSetAt()),
                UtcTimes.of(openAfter));
        return places.ipv6Prefix()
                .chain(prefix -> pool.preparedQuery(JOINABLE).execute(values).map(rows -> StreamSupport.stream(
                                rows.spliterator(), false)
                        .map(this::challenge)
                        .filter(open -> open.terms().client().client().isAtSamePlace(client.client(), prefix))
                        .findFirst()));
    }

    /** What this client finds under this secret. */
    Uni<ChallengeLookup> find(Secret id, Challenge.Client client) {
        return places.ipv6Prefix()
                .chain(prefix -> find(id, client.audience()).map(found -> ChallengeLookup.of(found, client, prefix)));
    }

    /** The challenge with this secret at this API, with the client that it was opened by. */
    Uni<Optional<Challenge>> find(Secret id, Audience audience) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(hash(id), audience.name()))
                .map(rows -> first(rows).map(this::challenge));
    }

    /**
     * Closes an approved challenge for the session that is opened in the same transaction; true for one caller only.
     */
    Uni<Boolean> redeem(SqlConnection transaction, UUID reference) {
        return transaction
                .preparedQuery(REDEEM)
                .execute(Tuple.of(UuidBytes.of(reference), UtcTimes.of(clock.instant())))
                .map(rows -> rows.rowCount() == 1);
    }

    private Challenge challenge(Row row) {
        Instant expiresAt = UtcTimes.from(row.getLocalDateTime("expires_at"));
        String change = row.getString("password_change");
        Challenge.Terms terms = new Challenge.Terms(
                UuidBytes.from(row.getBuffer("account_id").getDelegate()),
                client(row),
                UtcTimes.from(row.getLocalDateTime("password_set_at")),
                change == null ? null : PasswordChangeReason.valueOf(change),
                requestedSession(row));
        var joins = row.getBuffer("joins");
        return new Challenge(
                UuidBytes.from(row.getBuffer("reference").getDelegate()),
                ChallengeKind.valueOf(row.getString("kind")),
                ChallengeState.valueOf(row.getString("state")).at(clock.instant(), expiresAt),
                row.getInteger("match_number"),
                expiresAt,
                terms,
                joins == null ? null : UuidBytes.from(joins.getDelegate()),
                mail(row));
    }

    private static @Nullable ChallengeMail mail(Row row) {
        String state = row.getString("mail_state");
        LocalDateTime resendAt = row.getLocalDateTime("mail_resend_at");
        return state == null
                ? null
                : new ChallengeMail(
                        MailState.valueOf(state),
                        resendAt == null ? null : UtcTimes.from(resendAt),
                        row.getString("mail_reason"));
    }

    private static Challenge.Client client(Row row) {
        IpAddress address = IpAddress.parse(row.getString("ip")).orElseThrow();
        return new Challenge.Client(
                Audience.valueOf(row.getString("audience")), new SessionClient(address, row.getString("user_agent")));
    }

    private static Challenge.RequestedSession requestedSession(Row row) {
        List<String> methods = List.of(row.getString("methods").split(",", -1));
        var session = row.getBuffer("session_id");
        return new Challenge.RequestedSession(
                methods,
                row.getBoolean("remember_me"),
                Transport.valueOf(row.getString("transport")),
                session == null ? null : UuidBytes.from(session.getDelegate()));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static Buffer hash(Secret id) {
        return Buffer.buffer(Macs.sha256(id.reveal()));
    }
}
