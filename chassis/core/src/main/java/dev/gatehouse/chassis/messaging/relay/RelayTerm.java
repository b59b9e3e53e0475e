package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.relay.OutboxHead.Numbering;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The time a relay leads, from getting the lock to losing its connection. All of it happens on one context. */
final class RelayTerm {
    /** Rows per round. If so many are stuck behind failures of their keys, the others wait with them. */
    private static final int BATCH = 500;

    private static final Duration COUNTING = Duration.ofSeconds(5);

    private final RelayConnection connection;
    private final KafkaPublisher publisher;
    private final RelayMeters meters;
    private final InstantSource clock;
    private final Executor context;
    private OutboxHead head;
    /** Whether there may be rows with numbers: those of the term before, or some that failed. */
    private boolean leftovers = true;

    private Instant countedAt = Instant.EPOCH;

    /** How a round ended. */
    enum Round {
        /** All there was is published. */
        DONE,
        /** There was more than fits a round. */
        MORE,
        /** Some could not be published. */
        FAILED
    }

    /** What a round starts with. */
    private record Batch(List<OutboxRow> rows, boolean full) {}

    RelayTerm(
            RelayConnection connection,
            OutboxHead head,
            KafkaPublisher publisher,
            RelayMeters meters,
            InstantSource clock,
            Executor context) {
        this.connection = connection;
        this.head = head;
        this.publisher = publisher;
        this.meters = meters;
        this.clock = clock;
        this.context = context;
    }

    /** Takes up what is there, publishes it and deletes what has arrived. Fails when the connection is lost. */
    Uni<Round> round() {
        return stuckRows().chain(this::withNewRows).chain(this::relay).call(this::countSometimes);
    }

    private Uni<List<OutboxRow>> stuckRows() {
        return leftovers ? connection.numbered(BATCH) : Uni.createFrom().item(List.of());
    }

    private Uni<Batch> withNewRows(List<OutboxRow> stuck) {
        int room = BATCH - stuck.size();
        return room == 0
                ? Uni.createFrom().item(new Batch(stuck, true))
                : connection
                        .unnumbered(room)
                        .chain(this::number)
                        .map(fresh -> new Batch(join(stuck, fresh), fresh.size() == room));
    }

    private Uni<List<OutboxRow>> number(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(rows);
        }
        Numbering numbering = head.number(rows);
        return connection
                .commit(numbering)
                .invoke(() -> head = numbering.after())
                .replaceWith(numbering.rows());
    }

    private Uni<Round> relay(Batch batch) {
        if (batch.rows().isEmpty()) {
            leftovers = false;
            return Uni.createFrom().item(Round.DONE);
        }
        return publisher.publish(batch.rows()).emitOn(context).chain(published -> conclude(batch, published));
    }

    private Uni<Round> conclude(Batch batch, Published published) {
        List<OutboxRow> arrived = batch.rows().stream()
                .filter(row -> published.acknowledged().contains(row.id()))
                .toList();
        meters.published(arrived, clock.instant());
        Round round = roundOf(batch, published);
        leftovers = round != Round.DONE;
        return connection.delete(published.acknowledged()).replaceWith(round);
    }

    private Round roundOf(Batch batch, Published published) {
        if (published.acknowledged().size() < batch.rows().size()) {
            meters.failed();
            return Round.FAILED;
        }
        return batch.full() ? Round.MORE : Round.DONE;
    }

    private Uni<Void> countSometimes() {
        Instant now = clock.instant();
        if (now.isBefore(countedAt.plus(COUNTING))) {
            return Uni.createFrom().voidItem();
        }
        countedAt = now;
        return connection.count().invoke(meters::pending).replaceWithVoid();
    }

    private static List<OutboxRow> join(List<OutboxRow> first, List<OutboxRow> second) {
        List<OutboxRow> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
