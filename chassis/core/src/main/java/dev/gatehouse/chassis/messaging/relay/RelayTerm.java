package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.relay.OutboxHead.Numbering;
import dev.gatehouse.chassis.messaging.relay.OutboxRow.OrderedBy;
import dev.gatehouse.chassis.messaging.relay.RelayConnection.Pending;
import dev.gatehouse.chassis.runtime.log.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** The time a relay leads, from getting the lock to losing its connection. All of it happens on one context. */
final class RelayTerm {
    private static final Log LOG = Log.of(RelayTerm.class);
    /** Rows under way at the same time; those behind obstacles have room of their own. */
    private static final int WINDOW = 500;

    private static final int TRIES_OF_A_REFUSED_ROW = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
    private static final Duration AFTER_PRODUCER_FAULT = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration COUNTING = Duration.ofSeconds(10);

    private final RelayConnection connection;
    private final KafkaPublisher publisher;
    private final RelayMeters meters;
    private final InstantSource clock;
    private final Executor context;
    private final SleepSignal settled;
    private final Vouching vouching;
    private final Obstacles obstacles;
    /** Rows with a number that were not seen to arrive, in the order of publishing. */
    private final Map<Long, OutboxRow> pending = new LinkedHashMap<>();
    /** From the hand-over until the outcome is concluded, lest what came back between two rounds goes out again. */
    private final Set<OrderedBy> underWay = new HashSet<>();

    private final Set<OrderedBy> ofThisRound = new HashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private OutboxHead head;
    private boolean full;
    private boolean sawAll;
    private boolean alone;
    private Instant heardAt;
    private Instant handOverAgainAt = Instant.EPOCH;
    private Instant countedAt = Instant.EPOCH;

    /** How a round ended: nothing was there, all that was there is published, there is more, or it does not move. */
    enum Round {
        NOTHING,
        DONE,
        MORE,
        WAITING
    }

    /** What outlasts a term. */
    record Parts(
            KafkaPublisher publisher,
            RelayMeters meters,
            InstantSource clock,
            Executor context,
            SleepSignal settled,
            Obstacles obstacles,
            Optional<RelayHeartbeat> heartbeat) {}

    RelayTerm(RelayConnection connection, OutboxHead head, List<OutboxRow> leftovers, Parts parts) {
        this.connection = connection;
        this.head = head;
        this.publisher = parts.publisher();
        this.meters = parts.meters();
        this.clock = parts.clock();
        this.context = parts.context();
        this.settled = parts.settled();
        this.obstacles = parts.obstacles();
        this.vouching = new Vouching(parts.heartbeat());
        this.heardAt = clock.instant();
        head.resume(leftovers).forEach(row -> pending.put(row.id(), row));
    }

    /**
     * Takes up what is there, hands it over, waits a moment and deletes what has arrived. Fails when the connection is
     * lost, and with {@link Relay.BrokerOutOfReach}.
     */
    Uni<Round> round() {
        return takeUp().invoke(this::handOver)
                .chain(this::awaitOutcomes)
                .chain(this::conclude)
                .call(this::countSometimes);
    }

    /** Whether only commits of this process bring messages, which wake the relay, and no heartbeat is to be sent. */
    boolean needsNoPoll() {
        return alone && !vouching.isActive();
    }

    private Uni<Void> takeUp() {
        long moving = pending.values().stream()
                .filter(row -> obstacles.before(row).isEmpty())
                .count();
        int room = (int) Math.max(0, WINDOW - moving);
        return room == 0
                ? connection.ping().invoke(() -> note(new Pending(List.of(), alone), room))
                : connection
                        .next(room, pending.keySet(), obstacles)
                        .invoke(found -> note(found, room))
                        .chain(found -> number(found.rows()));
    }

    private void note(Pending found, int room) {
        alone = found.isAlone();
        full = found.rows().size() >= room;
        sawAll = found.rows().stream().filter(OutboxRow::isUrgent).count() < room;
    }

    private Uni<Void> number(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Numbering numbering = head.number(pending.values(), rows);
        return connection.commit(numbering).invoke(() -> {
            head = numbering.after();
            numbering.rows().forEach(row -> pending.put(row.id(), row));
        });
    }

    private void handOver() {
        Instant now = clock.instant();
        if (handOverAgainAt.isAfter(now)) {
            return;
        }
        Map<OrderedBy, List<OutboxRow>> keys = pending.values().stream()
                .filter(row -> !underWay.contains(row.orderedBy()))
                .collect(Collectors.groupingBy(OutboxRow::orderedBy, LinkedHashMap::new, Collectors.toList()));
        keys.forEach((key, rows) -> handOver(key, rows, now));
    }

    /** Vouches for what this round saw. */
    private void vouch() {
        Instant now = clock.instant();
        if (sawAll && !handOverAgainAt.isAfter(now)) {
            vouching.due(pending.values(), now)
                    .ifPresent(
                            row -> publisher.publish(List.of(row), outcome -> context.execute(() -> heard(outcome))));
        }
    }

    private void heard(Outcome heartbeat) {
        if (heartbeat.failure() == null) {
            heardAt = clock.instant();
        }
    }

    private void handOver(OrderedBy key, List<OutboxRow> rows, Instant now) {
        OutboxRow first = rows.getFirst();
        var obstacle = obstacles.before(first);
        if (obstacle.isEmpty()) {
            underWay.add(key);
            ofThisRound.add(key);
            publisher.publish(rows, this::settle);
        } else if (obstacles.takeTurn(obstacle.get(), now)) {
            underWay.add(key);
            publisher.probe(first, this::settle);
        }
    }

    private void settle(Outcome outcome) {
        context.execute(() -> {
            outcomes.add(outcome);
            ofThisRound.remove(outcome.key());
            if (ofThisRound.isEmpty()) {
                settled.send();
            }
        });
    }

    private Uni<Void> awaitOutcomes() {
        return ofThisRound.isEmpty() && !isMoving() ? Uni.createFrom().voidItem() : settled.sleep(LONGEST_WAIT);
    }

    /** What is under way is only slow, as far as is known. */
    private boolean isMoving() {
        return !underWay.isEmpty() && obstacles.isEmpty();
    }

    private Uni<Round> conclude() {
        ofThisRound.clear();
        List<Outcome> ended = List.copyOf(outcomes);
        outcomes.clear();
        ended.forEach(outcome -> underWay.remove(outcome.key()));
        List<OutboxRow> arrived = ended.stream()
                .flatMap(outcome -> outcome.acknowledged().stream())
                .toList();
        return connection
                .delete(arrived.stream().map(OutboxRow::id).toList())
                .invoke(() -> forget(arrived))
                .chain(() -> setAside(refusedFor(ended)))
                .invoke(this::vouch)
                .map(ignored -> roundOf(!arrived.isEmpty()));
    }

    private void forget(List<OutboxRow> arrived) {
        meters.published(arrived, head.lastSequence(), clock.instant());
        arrived.forEach(row -> pending.remove(row.id()));
        arrived.forEach(obstacles::passed);
        heardAt = arrived.isEmpty() ? heardAt : clock.instant();
    }

    /** Notes what failed; returns the failures of rows that are not tried again. */
    private List<Outcome.Failure> refusedFor(List<Outcome> ended) {
        List<Outcome.Failure> refused = new ArrayList<>();
        for (Outcome outcome : ended) {
            Outcome.Failure failure = outcome.failure();
            if (failure != null && failed(failure)) {
                refused.add(failure);
            }
        }
        obstacles.keepOnlyFor(pending.values());
        if (ended.stream().allMatch(outcome -> outcome.failure() == null) && !ended.isEmpty() && obstacles.isEmpty()) {
            publisher.reachable();
        }
        return refused;
    }

    private boolean failed(Outcome.Failure failure) {
        Instant now = clock.instant();
        Fault fault = failure.fault();
        meters.failed();
        if (fault == Fault.RECORD || Fault.isAnswer(failure.cause())) {
            heardAt = now;
        }
        if (fault == Fault.PARTITION || fault == Fault.PRODUCER) {
            publisher.unreachable(failure.cause());
        }
        if (fault == Fault.PRODUCER) {
            handOverAgainAt = now.plus(AFTER_PRODUCER_FAULT);
        }
        int tries = Obstacle.of(failure)
                .map(obstacle -> obstacles.found(obstacle, failure.cause(), now))
                .orElse(0);
        return fault == Fault.RECORD && tries >= TRIES_OF_A_REFUSED_ROW;
    }

    private Uni<Void> setAside(List<Outcome.Failure> refused) {
        return Multi.createFrom()
                .iterable(refused)
                .onItem()
                .transformToUniAndConcatenate(this::setAside)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> setAside(Outcome.Failure failure) {
        OutboxRow row = failure.row();
        return connection
                .setAside(row, failure.cause().getClass().getSimpleName())
                .invoke(() -> {
                    pending.remove(row.id());
                    obstacles.passed(row);
                    meters.refused();
                    LOG.with("topic", row.topic())
                            .with("outboxId", row.id())
                            .with("sequence", row.sequence())
                            .with("cause", failure.cause())
                            .error("The broker refuses a message for good, it was moved aside");
                });
    }

    private Round roundOf(boolean moved) {
        Instant now = clock.instant();
        if (pending.isEmpty() && !vouching.isActive()) {
            heardAt = now;
        }
        if (!alone && heardAt.plus(LONGEST_SILENCE).isBefore(now)) {
            throw new Relay.BrokerOutOfReach();
        }
        if (pending.isEmpty()) {
            return full ? Round.MORE : moved ? Round.DONE : Round.NOTHING;
        }
        return moved || isMoving() ? Round.MORE : Round.WAITING;
    }

    private Uni<Void> countSometimes() {
        Instant now = clock.instant();
        if (now.isBefore(countedAt.plus(COUNTING))) {
            return Uni.createFrom().voidItem();
        }
        countedAt = now;
        return connection.count().invoke(meters::pending).replaceWithVoid();
    }
}
