package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.relay.RelayTerm.Round;
import dev.gatehouse.chassis.runtime.health.Outage;
import dev.gatehouse.chassis.runtime.log.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLConnectOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** One relay of one process: connects, stands by, leads, and begins again whenever it loses its connection. */
final class Relay {
    private static final Log LOG = Log.of(Relay.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STAND_BY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILED_ROUND = Duration.ofMillis(500);
    private static final Duration AFTER_LOST_CONNECTION = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Supplier<MySQLConnectOptions> database;
    private final KafkaPublisher publisher;
    private final RelayMeters meters;
    private final InstantSource clock;
    private final Outage outage;
    private final SleepSignal signal;
    private final Executor context;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stopping;
    private boolean leading;
    private boolean lastRound;

    Relay(
            Vertx vertx,
            Supplier<MySQLConnectOptions> database,
            KafkaPublisher publisher,
            RelayMeters meters,
            InstantSource clock) {
        Context home = vertx.getOrCreateContext();
        this.vertx = vertx;
        this.database = database;
        this.publisher = publisher;
        this.meters = meters;
        this.clock = clock;
        this.outage = new Outage("database of the outbox relay", clock);
        this.signal = new SleepSignal(home);
        this.context = task -> home.runOnContext(ignored -> task.run());
    }

    void start() {
        Uni.createFrom()
                .deferred(this::term)
                .runSubscriptionOn(context)
                .onFailure()
                .invoke(outage::began)
                .onFailure()
                .recoverWithUni(() -> pause(AFTER_LOST_CONNECTION))
                .replaceWith(() -> stopping)
                .repeat()
                .until(Boolean::booleanValue)
                .onItem()
                .ignoreAsUni()
                .subscribe()
                .with(ended::complete, ended::completeExceptionally);
    }

    void wake() {
        signal.send();
    }

    /** Publishes what is there, gives up the lead, and then completes. */
    CompletableFuture<Void> stop() {
        stopping = true;
        signal.send();
        return ended;
    }

    private Uni<Void> term() {
        return RelayConnection.open(io.vertx.mutiny.core.Vertx.newInstance(vertx), database.get())
                .chain(this::serve);
    }

    private Uni<Void> serve(RelayConnection connection) {
        outage.ended();
        return standBy(connection)
                .chain(() -> leading ? begin(connection) : Uni.createFrom().voidItem())
                .eventually(() -> end(connection));
    }

    /** Completes with the lock, or without it when the relay is to stop. */
    private Uni<Void> standBy(RelayConnection connection) {
        return Uni.createFrom()
                .deferred(connection::tryLock)
                .invoke(locked -> leading = locked)
                .call(() -> leading || stopping ? Uni.createFrom().voidItem() : pause(STAND_BY))
                .repeat()
                .until(locked -> leading || stopping)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> begin(RelayConnection connection) {
        return connection
                .head()
                .map(head -> new RelayTerm(connection, head, publisher, meters, clock, context))
                .chain(this::lead);
    }

    private Uni<Void> lead(RelayTerm term) {
        return Uni.createFrom()
                .deferred(() -> beginRound(term))
                .call(this::rest)
                .repeat()
                .until(round -> lastRound && round != Round.MORE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Round> beginRound(RelayTerm term) {
        lastRound = stopping;
        return term.round();
    }

    private Uni<Void> rest(Round round) {
        if (stopping) {
            return Uni.createFrom().voidItem();
        }
        return switch (round) {
            case DONE -> signal.sleep(POLL);
            case MORE -> Uni.createFrom().voidItem();
            case FAILED -> pause(AFTER_FAILED_ROUND);
        };
    }

    private Uni<Void> end(RelayConnection connection) {
        meters.pending(0);
        return connection
                .close()
                .onFailure()
                .invoke(Relay::notClosed)
                .onFailure()
                .recoverWithNull();
    }

    private static void notClosed(Throwable failure) {
        LOG.with("cause", failure).debug("The relay's connection was gone already, or does not answer");
    }

    private Uni<Void> pause(Duration duration) {
        return Uni.createFrom().emitter(over -> vertx.setTimer(duration.toMillis(), ignored -> over.complete(null)));
    }
}
