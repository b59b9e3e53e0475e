package dev.gatehouse.chassis.database;

import io.vertx.core.Future;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Limits of all work in the database. A connection over which a statement waits for an answer too long is closed, which
 * fails the statement and its transaction; the next try is made over another one.
 */
@Singleton
public class DatabaseDeadlines {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);
    private static final Duration LONGEST_WAIT_FOR_CONNECTION = Duration.ofSeconds(10);
    private static final int LONGEST_QUEUE = 2_000;
    /** A blocked statement fails long before its connection is closed, and what it waits for is known. */
    private static final List<String> SESSION = List.of("SET SESSION innodb_lock_wait_timeout = 5");

    private final Duration longestAnswer;

    DatabaseDeadlines(DatabaseConfig config) {
        this.longestAnswer = config.longestAnswer();
    }

    /** Sets the options of a connection: the socket itself is closed when nothing was heard for too long. */
    public void configure(MySQLConnectOptions options) {
        options.setConnectTimeout((int) LONGEST_CONNECT.toMillis())
                .setTcpKeepAlive(true)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout((int) longestAnswer.toMillis());
    }

    /** The options of the pool. An idle connection leaves it before its silence can be taken for a statement's. */
    public PoolOptions of(PoolOptions pool) {
        return new PoolOptions(pool)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) longestAnswer.dividedBy(2).toMillis())
                .setPoolCleanerPeriod(
                        (int) Math.min(1_000, longestAnswer.dividedBy(4).toMillis()))
                .setMaxLifetimeUnit(TimeUnit.MILLISECONDS)
                .setMaxLifetime((int) LONGEST_LIFE.toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectionTimeout((int) LONGEST_WAIT_FOR_CONNECTION.toMillis())
                .setMaxWaitQueueSize(LONGEST_QUEUE);
    }

    /** Prepares a new connection of the pool and gives it back. */
    public void prepare(SqlConnection connection) {
        Future<?> prepared = Future.succeededFuture();
        for (String statement : SESSION) {
            prepared = prepared.compose(before -> connection.query(statement).execute());
        }
        var unused = prepared.eventually(() -> connection.close());
    }
}
