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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** One relay of one process: connects, stands by, leads, and begins again whenever it loses its connection. */
final class Relay {
    private static final Log LOG = Log.of(Relay.class);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(50);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    /**
     * Between the publication of some messages and the next look, so that what several transactions commit shares a
     * batch. It is a twentieth of the time in which a revocation MUST be felt.
     */
    private static final Duration GATHER = Duration.ofMillis(50);
    /** Where nobody else commits messages: those that an operator puts back are found then. */
    private static final Duration ALONE = Duration.ofSeconds(2);

    private static final Duration STAND_BY = Duration.ofSeconds(1);
    private static final Duration WHILE_NOTHING_MOVES = Duration.ofMillis(200);
    private static final Duration AFTER_LOST_CONNECTION = Duration.ofSeconds(1);
    /** Longer than all others stand by, and not the same for all that are cut off. */
    private static final Duration AFTER_STEPPING_DOWN = STAND_BY.multipliedBy(3);

    private static final int LONGEST_SPREAD_MILLIS = 1_000;

    private final Vertx vertx;
    private final Supplier<MySQLConnectOptions> database;
    private final KafkaPublisher publisher;
    private final RelayMeters meters;
    private final InstantSource clock;
    private final Optional<RelayHeartbeat> heartbeat;
    /** They outlast a term: otherwise the next one fills its batches with what waits, until it has learned again. */
    private final Obstacles obstacles = new Obstacles();

    private final Outage outage;
    private final SleepSignal signal;
    private final SleepSignal settled;
    private final Executor context;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stopping;
    private boolean leading;
    private boolean lastRound;
    private volatile Duration poll = SHORTEST_POLL;

    Relay(
            Vertx vertx,
            Supplier<MySQLConnectOptions> database,
            KafkaPublisher publisher,
            RelayMeters meters,
            InstantSource clock,
            Optional<RelayHeartbeat> heartbeat) {
        Context home = vertx.getOrCreateContext();
        this.vertx = vertx;
        this.database = database;
        this.publisher = publisher;
        this.meters = meters;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.outage = new Outage("database of the outbox relay", clock);
        this.signal = new SleepSignal(home);
        this.settled = new SleepSignal(home);
        this.context = task -> home.runOnContext(ignored -> task.run());
    }

    void start() {
        Uni.createFrom()
                .deferred(this::term)
                .runSubscriptionOn(context)
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithUni(failure -> pause(away(failure)))
                .replaceWith(() -> stopping)
                .repeat()
                .until(Boolean::booleanValue)
                .onItem()
                .ignoreAsUni()
                .subscribe()
                .with(ended::complete, ended::completeExceptionally);
    }

    void wake() {
        poll = SHORTEST_POLL;
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
        poll = SHORTEST_POLL;
        return connection
                .head()
                .chain(head ->
                        connection.rows(head.underWay().keySet()).map(leftovers -> term(connection, head, leftovers)))
                .chain(this::lead)
                .onTermination()
                .invoke(publisher::giveUp);
    }

    private RelayTerm term(RelayConnection connection, OutboxHead head, List<OutboxRow> leftovers) {
        return new RelayTerm(
                connection,
                head,
                leftovers,
                new RelayTerm.Parts(publisher, meters, clock, context, settled, obstacles, heartbeat));
    }

    private Uni<Void> lead(RelayTerm term) {
        return Uni.createFrom()
                .deferred(() -> beginRound(term))
                .call(round -> rest(term, round))
                .repeat()
                .until(round -> lastRound && round != Round.MORE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Round> beginRound(RelayTerm term) {
        lastRound = stopping;
        return term.round();
    }

    private Uni<Void> rest(RelayTerm term, Round round) {
        if (stopping) {
            return Uni.createFrom().voidItem();
        }
        return switch (round) {
            case NOTHING -> untilThereIsMore(term);
            case DONE -> pause(GATHER).chain(() -> untilThereIsMore(term));
            case MORE -> {
                poll = SHORTEST_POLL;
                yield Uni.createFrom().voidItem();
            }
            case WAITING -> signal.sleep(WHILE_NOTHING_MOVES);
        };
    }

    private Uni<Void> untilThereIsMore(RelayTerm term) {
        return signal.sleep(term.needsNoPoll() ? ALONE : nextPoll());
    }

    /** The longer nothing comes, the longer, up to half a second. Commits of this process wake it anyway. */
    private Duration nextPoll() {
        Duration now = poll;
        poll = now.multipliedBy(2).compareTo(LONGEST_POLL) < 0 ? now.multipliedBy(2) : LONGEST_POLL;
        return now;
    }

    private void failed(Throwable failure) {
        if (failure instanceof BrokerOutOfReach) {
            LOG.with("cause", failure).info("Gives up the lead for a moment");
        } else {
            outage.began(failure);
        }
    }

    private static Duration away(Throwable failure) {
        return failure instanceof BrokerOutOfReach
                ? AFTER_STEPPING_DOWN.plusMillis(ThreadLocalRandom.current().nextInt(LONGEST_SPREAD_MILLIS))
                : AFTER_LOST_CONNECTION;
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

    /** The broker took nothing for so long that another relay shall try, which stands by. */
    static final class BrokerOutOfReach extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokerOutOfReach() {
            super("The broker took nothing for ten seconds");
        }
    }
}
