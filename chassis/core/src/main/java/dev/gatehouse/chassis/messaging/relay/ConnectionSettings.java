package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.database.DatabaseTls;
import io.quarkus.reactive.mysql.client.MySQLPoolCreator;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How the pool of this service connects: listens in when the pool is made, so that the relay connects in the same way.
 */
@ApplicationScoped
class ConnectionSettings implements MySQLPoolCreator {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final AtomicReference<@Nullable MySQLConnectOptions> ofPool = new AtomicReference<>();

    private final DatabaseTls tls;

    ConnectionSettings(DatabaseTls tls) {
        this.tls = tls;
    }

    @Override
    public Pool create(Input input) {
        input.mySQLConnectOptionsList().forEach(tls::configure);
        ofPool.set(input.mySQLConnectOptionsList().getFirst());
        return MySQLBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.mySQLConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    MySQLConnectOptions forRelay() {
        MySQLConnectOptions options = ofPool.get();
        if (options == null) {
            throw new IllegalStateException("The pool has not been made yet");
        }
        MySQLConnectOptions own = new MySQLConnectOptions(options);
        own.setConnectTimeout(CONNECT_TIMEOUT_MILLIS).setTcpKeepAlive(true).setMetricsName("outbox-relay");
        return own;
    }
}
