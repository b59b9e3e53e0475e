package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.AuthorityLost;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The authority of the person who acts, read in the transaction that acts and held until its commit.
 *
 * <p>An access token says what was true when it was minted, and a revocation takes up to a second to arrive; between
 * two transactions only the rows decide. So of two administrators who withdraw each other's right at the same moment,
 * one succeeds. Without a session (the service itself, the operator, the reader of a mail) there is nothing to check.
 */
@ApplicationScoped
public class Authority {
    private static final String OPEN = "SELECT 1 FROM session WHERE id = ? AND account_id = ? AND ended_at IS NULL";
    private static final String ADMIN = "SELECT 1 FROM session_account a JOIN session s ON s.account_id = a.id"
            + " WHERE s.id = ? AND a.id = ? AND s.ended_at IS NULL AND a.admin AND a.status = 'ACTIVE'";
    private static final String HELD = " LOCK IN SHARE MODE";

    private final Event<AuthorityLost> losses;

    Authority(Event<AuthorityLost> losses) {
        this.losses = losses;
    }

    /** Fails with 401 unless the session of the person is open. Joins the transaction of the current session. */
    public Uni<Void> requireOpenSession(Origin origin) {
        return requireOf(OPEN, origin);
    }

    /**
     * Fails with 401 unless the session of the person is open and the person an active administrator. Joins the
     * transaction of the current session, before anything else is locked.
     */
    public Uni<Void> requireAdmin(Origin origin) {
        return requireOf(ADMIN, origin);
    }

    /** The same in the transaction of this connection. */
    public Uni<Void> requireAdminIn(SqlConnection transaction, Origin origin) {
        return require(origin, (session, account) -> transaction
                .preparedQuery(ADMIN + HELD)
                .execute(Tuple.of(UuidBytes.of(session), UuidBytes.of(account)))
                .map(RowSet::size));
    }

    private Uni<Void> requireOf(String sql, Origin origin) {
        return require(origin, (session, account) -> count(sql, session, account));
    }

    private Uni<Void> require(Origin origin, BiFunction<UUID, UUID, Uni<Integer>> found) {
        UUID session = origin.sessionId();
        UUID account = origin.actor().id();
        return session == null || account == null
                ? Uni.createFrom().voidItem()
                : found.apply(session, account)
                        .chain(count -> count == 1
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(lost(session)));
    }

    private static Uni<Integer> count(String sql, UUID session, UUID account) {
        return SessionSql.select(sql + HELD, session, account).map(List::size);
    }

    private ProblemException lost(UUID session) {
        losses.fire(new AuthorityLost(session));
        return new ProblemException(
                ProblemType.SESSION_REVOKED, "Sign in again: the session of this request, or its right, has ended.");
    }
}
