package dev.gatehouse.chassis.database;

import dev.gatehouse.chassis.runtime.health.Outage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Retries the processing of a record: for as long as it takes while the database is unavailable, with pauses from 100
 * milliseconds to 5 seconds; after any other failure two more times.
 */
@ApplicationScoped
public class Backoff {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int FURTHER_TRIES = 2;

    private final Vertx vertx;
    private final Outage outage;

    Backoff(Vertx vertx, InstantSource clock) {
        this.vertx = vertx;
        this.outage = new Outage("database of the consumers", clock);
    }

    /** The same work, retried; it MUST have no effect but in a transaction of its own. */
    public <T> Uni<T> retrying(Uni<T> work) {
        return work.invoke(outage::ended)
                .onFailure(DatabaseFailure::isTransient)
                .retry()
                .when(this::pauses)
                .onFailure()
                .retry()
                .atMost(FURTHER_TRIES);
    }

    private Flow.Publisher<?> pauses(Multi<Throwable> failures) {
        AtomicLong next = new AtomicLong(FIRST_PAUSE_MILLIS);
        return failures.invoke(outage::began).onItem().transformToUniAndConcatenate(failure -> pause(next));
    }

    /** A timer of the context that the work runs on, so that the retry runs where its session can live. */
    private Uni<Long> pause(AtomicLong next) {
        long millis = next.getAndUpdate(last -> Math.min(last * 2, LONGEST_PAUSE_MILLIS));
        return Uni.createFrom().emitter(done -> vertx.setTimer(millis, done::complete));
    }
}
