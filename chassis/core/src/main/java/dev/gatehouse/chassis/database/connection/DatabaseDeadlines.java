package dev.gatehouse.chassis.database.connection;

import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Limits of the connections of the pool, and of the wait for one. */
@Singleton
class DatabaseDeadlines {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_CLEANER_PERIOD = Duration.ofSeconds(1);

    private final DatabaseConfig config;

    DatabaseDeadlines(DatabaseConfig config) {
        this.config = config;
    }

    /** Sets the options of a connection: the socket itself is closed when nothing was heard for too long. */
    void configure(MySQLConnectOptions options) {
        options.setConnectTimeout(millis(LONGEST_CONNECT))
                .setTcpKeepAlive(true)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout(millis(config.longestAnswer()));
    }

    /** The options of the pool. An idle connection leaves it before its silence can be taken for a statement's. */
    PoolOptions of(PoolOptions pool) {
        return new PoolOptions(pool)
                .setMaxSize(config.poolSize())
                .setMaxWaitQueueSize(config.longestQueue())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectionTimeout(millis(config.longestWait()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(millis(config.longestAnswer().dividedBy(2)))
                .setPoolCleanerPeriod(Math.min(
                        millis(LONGEST_CLEANER_PERIOD),
                        millis(config.longestAnswer().dividedBy(4))))
                .setMaxLifetimeUnit(TimeUnit.MILLISECONDS)
                .setMaxLifetime(millis(config.longestLife()));
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
