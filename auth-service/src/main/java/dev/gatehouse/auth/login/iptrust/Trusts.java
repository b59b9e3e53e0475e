package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.contracts.state.IpTrustScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the rules of IP trust and the trusted networks of an account, on the connection of a login. */
@ApplicationScoped
public class Trusts {
    private static final String RULES =
            "SELECT enabled, scope, verification_seconds, networks FROM ip_trust_setting WHERE id = 1";
    private static final String OF_ACCOUNT = "SELECT network, trusted_until FROM login_trust WHERE email_key = ?";

    /** For injection. */
    public Trusts() {}

    /**
     * The trust of the account with this normalised e-mail address. The same two statements are sent at once whether or
     * not there is such an account; nothing waits for the first, so this is for reading outside of transactions.
     */
    public Uni<Trust> of(SqlClient connection, String emailKey) {
        Uni<RowSet<Row>> rules = connection.preparedQuery(RULES).execute();
        Uni<RowSet<Row>> ofAccount = connection.preparedQuery(OF_ACCOUNT).execute(Tuple.of(emailKey));
        return Uni.combine()
                .all()
                .unis(rules, ofAccount)
                .with((first, second) -> new Trust(rules(first), networks(second)));
    }

    private static TrustRules rules(RowSet<Row> rows) {
        return rows(rows).stream().findFirst().map(Trusts::rules).orElse(TrustRules.OFF);
    }

    private static TrustRules rules(Row row) {
        return new TrustRules(
                row.getBoolean("enabled"),
                IpTrustScope.valueOf(row.getString("scope")),
                Duration.ofSeconds(row.getLong("verification_seconds")),
                NetworksJson.read(row.getString("networks")));
    }

    private static List<TrustedNetwork> networks(RowSet<Row> rows) {
        return rows(rows).stream()
                .map(row -> TrustedNetwork.read(
                        row.getString("network"), UtcTimes.from(row.getLocalDateTime("trusted_until"))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
