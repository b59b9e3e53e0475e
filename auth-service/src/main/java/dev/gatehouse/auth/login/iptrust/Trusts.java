package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.state.IpTrustScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the rules of IP trust and the trusted networks of an account, on the connection of a login. */
@ApplicationScoped
public class Trusts {
    /** A row for each network that the account trusts, and one without a network when there is none. */
    private static final String TRUST = """
            SELECT rules.enabled, rules.scope, rules.verification_seconds, rules.networks,
                   trust.network, trust.trusted_until
            FROM (SELECT 1 AS id) AS always LEFT JOIN ip_trust_setting AS rules ON rules.id = always.id
            LEFT JOIN\s""";

    private static final String OF_EMAIL = TRUST + "login_trust AS trust ON trust.email_key = ?";
    private static final String OF_SESSION = TRUST + "session_trust AS trust ON trust.session_id = ?";

    private final Pool pool;

    Trusts(Pool pool) {
        this.pool = pool;
    }

    /**
     * The trust of the account with this normalised e-mail address, also before ip-trust-service told its rules. The
     * same statement is sent whether or not there is such an account. For reading outside of transactions.
     */
    public Uni<Trust> of(SqlClient connection, String emailKey) {
        return connection
                .preparedQuery(OF_EMAIL)
                .execute(Tuple.of(emailKey))
                .map(rows -> new Trust(rules(rows), networks(rows)));
    }

    /** The trust of the account of this session; a statement of its own. */
    public Uni<Trust> ofSession(UUID sessionId) {
        return pool.preparedQuery(OF_SESSION)
                .execute(Tuple.of(UuidBytes.of(sessionId)))
                .map(rows -> new Trust(rules(rows), networks(rows)));
    }

    private static Trust.Rules rules(RowSet<Row> rows) {
        return rows(rows).stream()
                .findFirst()
                .filter(row -> row.getBoolean("enabled") != null)
                .map(Trusts::rules)
                .orElse(Trust.Rules.OFF);
    }

    private static Trust.Rules rules(Row row) {
        return new Trust.Rules(
                row.getBoolean("enabled"),
                IpTrustScope.valueOf(row.getString("scope")),
                Duration.ofSeconds(row.getLong("verification_seconds")),
                NetworksJson.read(row.getString("networks")));
    }

    private static List<TrustedNetwork> networks(RowSet<Row> rows) {
        return rows(rows).stream()
                .filter(row -> row.getString("network") != null)
                .map(row -> TrustedNetwork.read(
                        row.getString("network"), UtcTimes.from(row.getLocalDateTime("trusted_until"))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
