package dev.gatehouse.auth.login.campaign;

import dev.gatehouse.auth.login.campaign.CampaignPolicy.Failures;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code login_campaign}, and the failures to count, through the view {@code login_failure}. */
@ApplicationScoped
class SqlCampaigns {
    private static final String CLAIM = "UPDATE login_campaign SET checked_at = ? WHERE kind = ? AND checked_at <= ?";
    private static final String SINCE = "SELECT since FROM login_campaign WHERE kind = ?";
    private static final String STORE = "UPDATE login_campaign SET since = ? WHERE kind = ?";
    private static final String COUNT = "SELECT COUNT(*) FROM (SELECT 1 FROM login_failure"
            + " WHERE limited_by = ? AND kind = ? AND since > ? LIMIT ?) AS lately";

    /** No threshold is higher, and a flood makes no count slower. */
    private static final int MOST_COUNTED = 10_000;

    private final Pool pool;

    SqlCampaigns(Pool pool) {
        this.pool = pool;
    }

    /** Takes this round unless another replica did; holds the row until the transaction ends. */
    Uni<Boolean> claim(SqlConnection tx, AccountKind kind, Instant now, Instant latest) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(UtcTimes.of(now), kind.name(), UtcTimes.of(latest)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Since when there is a campaign; empty when there is none. */
    Uni<Optional<Instant>> current(AccountKind kind) {
        return since(pool, kind);
    }

    /** The same on this connection. */
    Uni<Optional<Instant>> since(SqlClient connection, AccountKind kind) {
        return connection.preparedQuery(SINCE).execute(Tuple.of(kind.name())).map(rows -> Optional.ofNullable(
                        rows.iterator().next().getLocalDateTime("since"))
                .map(UtcTimes::from));
    }

    Uni<Void> store(SqlConnection tx, AccountKind kind, @Nullable Instant since) {
        return tx.preparedQuery(STORE)
                .execute(Tuple.of(UtcTimes.ofNullable(since), kind.name()))
                .replaceWithVoid();
    }

    Uni<Failures> failures(SqlConnection tx, AccountKind kind, Instant after) {
        return count(tx, "ACCOUNT", kind, after)
                .chain(accounts -> count(tx, "NETWORK", kind, after).map(networks -> new Failures(accounts, networks)));
    }

    private static Uni<Integer> count(SqlConnection tx, String limitedBy, AccountKind kind, Instant after) {
        return tx.preparedQuery(COUNT)
                .execute(Tuple.of(limitedBy, kind.name(), UtcTimes.of(after), MOST_COUNTED))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
