package dev.gatehouse.chassis.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.runtime.SessionOperations;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The only way to open a transaction.
 *
 * <p>The work may run up to four times: the whole of it again, after a short pause, when the database chose it as the
 * victim of a deadlock, so it MUST have no effect but in the database. {@link CommitSignal} is sent after a commit that
 * asked for it. May be subscribed to from any thread: where there is no context that a session can be bound to, one is
 * made. When the service stops, work in progress finishes and new work does not begin.
 */
@ApplicationScoped
public class Transactions {
    private static final int RETRIES = 3;
    /** Two victims of each other's locks do not meet again at the same moment. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final double JITTER = 0.5;

    private static final String DEFAULT_PERSISTENCE_UNIT = "<default>";

    private final Pool pool;
    private final Vertx vertx;
    private final CommitSignal commits;
    private final OpenWork open;

    Transactions(Pool pool, Vertx vertx, CommitSignal commits, OpenWork open) {
        this.pool = pool;
        this.vertx = vertx;
        this.commits = commits;
        this.open = open;
    }

    /**
     * One transaction over the current session; within another one it joins that, and only the outer one is retried.
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return onSessionContext(() -> inTransaction()
                ? work.get()
                : retried(() -> withTransaction(work)).invoke(AfterCommit::run));
    }

    /** Like {@link #run}, also when nobody waits for the result any more: the client of a stream may have gone. */
    public <T> Uni<T> runToTheEnd(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var unused = run(work).subscribe().with(emitter::complete, emitter::fail);
        });
    }

    /**
     * Runs the action once the transaction of {@link #run} that is going on has committed, and never after a rollback.
     * It runs on the thread that commits, so it MUST return at once.
     */
    public void afterCommit(Runnable action) {
        AfterCommit.add(action);
    }

    /** One transaction over a connection of its own, for bulk work and for statements that need plain SQL. */
    public <T> Uni<T> runSql(Function<SqlConnection, Uni<T>> work) {
        return retried(() -> {
            AtomicReference<@Nullable SqlConnection> used = new AtomicReference<>();
            return pool.withTransaction(tx -> {
                        used.set(tx);
                        return work.apply(tx);
                    })
                    .onTermination()
                    .invoke(() -> Optional.ofNullable(used.get()).ifPresent(commits::ended));
        });
    }

    /** One statement that commits by itself, over a connection of its own. */
    public <T> Uni<T> runStatement(Function<SqlConnection, Uni<T>> statement) {
        return retried(() -> pool.withConnection(statement));
    }

    /**
     * As {@link #runSql}, but at READ COMMITTED: no gap between rows is locked. Only for work that judges each row by
     * itself.
     */
    public <T> Uni<T> runReadCommitted(Function<SqlConnection, Uni<T>> work) {
        return retried(() -> pool.withConnection(connection -> connection
                .query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
                .execute()
                .chain(() -> connection.begin())
                .chain(transaction -> work.apply(connection)
                        .call(transaction::commit)
                        .onFailure()
                        .call(() -> transaction.rollback().onFailure().recoverWithNull()))));
    }

    /** One session without a transaction, for reading. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return onSessionContext(() -> inSession() ? work.get() : open.counted(() -> Panache.withSession(work)));
    }

    private static <T> Uni<T> withTransaction(Supplier<Uni<T>> work) {
        AfterCommit.reset();
        return Panache.withTransaction(work);
    }

    private <T> Uni<T> retried(Supplier<Uni<T>> transaction) {
        return Uni.createFrom().deferred(() -> retriedOn(Vertx.currentContext(), transaction));
    }

    /** After a pause it goes on where it began: what the work finds there, a session or a request, is there only. */
    private <T> Uni<T> retriedOn(@Nullable Context context, Supplier<Uni<T>> transaction) {
        return open.counted(transaction)
                .runSubscriptionOn(task -> runOn(context, task))
                .onFailure(DatabaseFailure::isContention)
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .withJitter(JITTER)
                .atMost(RETRIES);
    }

    private static void runOn(@Nullable Context context, Runnable task) {
        if (context == null || context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }

    private <T> Uni<T> onSessionContext(Supplier<Uni<T>> work) {
        return SessionContext.of(vertx).run(Uni.createFrom().deferred(() -> work.get()));
    }

    private static boolean inTransaction() {
        var session = SessionOperations.getCurrentSession(DEFAULT_PERSISTENCE_UNIT);
        return session != null && session.currentTransaction() != null;
    }

    private static boolean inSession() {
        return SessionOperations.getCurrentSession(DEFAULT_PERSISTENCE_UNIT) != null;
    }
}
