package dev.gatehouse.chassis.database.connection;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.mysqlclient.MySQLConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers: the one thing without which this replica must not get requests.
 *
 * <p>Asks over a connection of its own. In a rush of requests all connections of the pool are in use; a replica that
 * left rotation for that would give its load to the others, which would leave it next.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {
    private static final String NAME = "database";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofMillis(500);

    private final Vertx vertx;
    private final DatabaseConnections connections;
    private final AtomicReference<@Nullable MySQLConnection> own = new AtomicReference<>();
    private final Uni<HealthCheckResponse> answer;

    /** Kept for a moment, so that frequent checks do not load the database. */
    DatabaseHealth(Vertx vertx, DatabaseConnections connections) {
        this.vertx = vertx;
        this.connections = connections;
        this.answer = Uni.createFrom()
                .deferred(this::connection)
                .chain(connection -> connection.query("SELECT 1").execute())
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .fail()
                .onFailure()
                .invoke(this::drop)
                .map(rows -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME))
                .memoize()
                .forFixedDuration(REMEMBERED);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer;
    }

    private Uni<MySQLConnection> connection() {
        MySQLConnection current = own.get();
        return current == null ? connected() : Uni.createFrom().item(current);
    }

    /** One that is made too late is kept for the next question. */
    private Uni<MySQLConnection> connected() {
        return MySQLConnection.connect(vertx, connections.options()).invoke(made -> {
            CommandGuard.guard(made.getDelegate());
            made.closeHandler(() -> own.compareAndSet(made, null));
            MySQLConnection before = own.getAndSet(made);
            if (before != null) {
                CommandGuard.abort(before.getDelegate());
            }
        });
    }

    private void drop() {
        MySQLConnection current = own.getAndSet(null);
        if (current != null) {
            CommandGuard.abort(current.getDelegate());
        }
    }
}
