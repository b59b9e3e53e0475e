package dev.gatehouse.chassis.database.connection;

import io.quarkus.reactive.mysql.client.MySQLPoolCreator;
import io.vertx.core.Future;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How this service connects: makes the pool, and lets the few that need a connection of their own connect in the same
 * way.
 *
 * <p>A connection of the pool has the {@link SessionDefaults}, or is closed. One over which a statement waits for an
 * answer too long is closed, which fails whatever is under way over it, with its transaction; the next try is made over
 * another one.
 */
@ApplicationScoped
public class DatabaseConnections implements MySQLPoolCreator {
    private final AtomicReference<@Nullable MySQLConnectOptions> ofPool = new AtomicReference<>();

    private final DatabaseTls tls;
    private final DatabaseDeadlines deadlines;

    DatabaseConnections(DatabaseTls tls, DatabaseDeadlines deadlines) {
        this.tls = tls;
        this.deadlines = deadlines;
    }

    @Override
    public Pool create(Input input) {
        input.mySQLConnectOptionsList().forEach(tls::configure);
        input.mySQLConnectOptionsList().forEach(deadlines::configure);
        ofPool.set(input.mySQLConnectOptionsList().getFirst());
        return MySQLBuilder.pool()
                .with(deadlines.of(input.poolOptions()))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.mySQLConnectOptionsList()))
                .using(input.vertx())
                .withConnectHandler(DatabaseConnections::prepare)
                .build();
    }

    /** The options of the connections of the pool, for a connection beside it. */
    public MySQLConnectOptions options() {
        MySQLConnectOptions options = ofPool.get();
        if (options == null) {
            throw new IllegalStateException("The pool has not been made yet");
        }
        return new MySQLConnectOptions(options);
    }

    /** Prepares a new connection of the pool and gives it back. */
    private static void prepare(SqlConnection connection) {
        CommandGuard.guard(connection);
        Future<?> prepared = Future.succeededFuture();
        for (String statement : SessionDefaults.statements()) {
            prepared = prepared.compose(before -> connection.query(statement).execute());
        }
        prepared.onFailure(unfit -> CommandGuard.abort(connection)).onSuccess(ready -> connection.close());
    }
}
