package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.database.DatabaseDeadlines;
import dev.gatehouse.chassis.database.DatabaseTls;
import io.quarkus.reactive.mysql.client.MySQLPoolCreator;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How the pool of this service connects: listens in when the pool is made, so that the relay connects in the same way.
 */
@ApplicationScoped
class ConnectionSettings implements MySQLPoolCreator {
    /** The relay asks at least once a second; a connection over which nothing comes for so long is closed. */
    private static final int LONGEST_ANSWER_SECONDS = 10;

    private final AtomicReference<@Nullable MySQLConnectOptions> ofPool = new AtomicReference<>();

    private final DatabaseTls tls;
    private final DatabaseDeadlines deadlines;

    ConnectionSettings(DatabaseTls tls, DatabaseDeadlines deadlines) {
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
                .withConnectHandler(deadlines::prepare)
                .build();
    }

    MySQLConnectOptions forRelay() {
        MySQLConnectOptions options = ofPool.get();
        if (options == null) {
            throw new IllegalStateException("The pool has not been made yet");
        }
        MySQLConnectOptions own = new MySQLConnectOptions(options);
        own.setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setReadIdleTimeout(LONGEST_ANSWER_SECONDS)
                .setMetricsName("outbox-relay");
        return own;
    }
}
