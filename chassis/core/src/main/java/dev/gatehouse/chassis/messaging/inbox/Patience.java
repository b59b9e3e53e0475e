package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.runtime.health.Outage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** Waits for what goes away by itself for as long as it takes, and tries anything else three times. */
@ApplicationScoped
class Patience {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int FURTHER_TRIES = 2;

    private final Vertx vertx;
    private final Outage outage;

    Patience(Vertx vertx, InstantSource clock) {
        this.vertx = vertx;
        this.outage = new Outage("database of the inbox", clock);
    }

    <T> Uni<T> with(Uni<T> work) {
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

    /** A timer of the context that the work runs on, so that it is tried again where its session can live. */
    private Uni<Long> pause(AtomicLong next) {
        long millis = next.getAndUpdate(last -> Math.min(last * 2, LONGEST_PAUSE_MILLIS));
        return Uni.createFrom().emitter(done -> vertx.setTimer(millis, done::complete));
    }
}
