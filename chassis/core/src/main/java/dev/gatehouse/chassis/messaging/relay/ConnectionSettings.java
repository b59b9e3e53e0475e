package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.database.connection.DatabaseConnections;
import io.vertx.mysqlclient.MySQLConnectOptions;
import java.util.concurrent.TimeUnit;

/** How the relay connects: as the pool of this service does, but noticing earlier that its connection is lost. */
final class ConnectionSettings {
    /** The relay asks at least every two seconds; a connection over which nothing comes for so long is closed. */
    private static final int LONGEST_ANSWER_SECONDS = 10;

    private ConnectionSettings() {}

    static MySQLConnectOptions of(DatabaseConnections connections) {
        MySQLConnectOptions own = connections.options();
        own.setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setReadIdleTimeout(LONGEST_ANSWER_SECONDS)
                .setMetricsName("outbox-relay");
        return own;
    }
}
