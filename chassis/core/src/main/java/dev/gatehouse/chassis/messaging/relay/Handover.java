package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.messaging.wire.TopicNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one key on their way through one producer, back to back.
 *
 * <p>The producer has one request per broker under way, so when it gives up on a record, no later one of its key was
 * sent. Its sending thread calls back before it takes up the next request: the producer is dropped in that call, so
 * that the rows behind are never sent.
 */
final class Handover {
    private final List<OutboxRow> rows;
    private final int partitions;
    private final SenderThread.Link link;
    private final Consumer<Outcome> listener;
    private final List<OutboxRow> acknowledged = new ArrayList<>();
    private int open = 1;
    private boolean aborted;
    private Outcome.@Nullable Failure failure;

    Handover(List<OutboxRow> rows, int partitions, SenderThread.Link link, Consumer<Outcome> listener) {
        this.rows = rows;
        this.partitions = partitions;
        this.link = link;
        this.listener = listener;
    }

    void send(Producer<String, @Nullable String> producer, TopicNames names) {
        for (OutboxRow row : rows) {
            if (!begins()) {
                break;
            }
            try {
                var unused = producer.send(record(row, names), (metadata, cause) -> settle(row, cause));
            } catch (RuntimeException refused) {
                settle(row, refused);
            }
        }
        end();
    }

    private synchronized boolean begins() {
        if (failure != null || aborted) {
            return false;
        }
        open++;
        return true;
    }

    private void settle(OutboxRow row, @Nullable Exception cause) {
        if (cause == null) {
            arrived(row);
        } else if (failed(row, cause)) {
            link.drop();
        }
        end();
    }

    private synchronized void arrived(OutboxRow row) {
        acknowledged.add(row);
    }

    /**
     * What is aborted with a dropped producer has not failed. True for the first failure, if rows behind it may be
     * waiting in the producer or the producer is of no use.
     */
    private synchronized boolean failed(OutboxRow row, Exception cause) {
        if (failure != null || aborted) {
            return false;
        }
        if (link.isDropped()) {
            aborted = true;
            return false;
        }
        failure = new Outcome.Failure(row, cause, partitions);
        return failure.fault() == Fault.PRODUCER || !row.equals(rows.getLast());
    }

    private void end() {
        Outcome outcome = ended();
        if (outcome != null) {
            listener.accept(outcome);
        }
    }

    private synchronized @Nullable Outcome ended() {
        open--;
        return open > 0 ? null : new Outcome(rows.getFirst().orderedBy(), List.copyOf(acknowledged), failure);
    }

    private static ProducerRecord<String, @Nullable String> record(OutboxRow row, TopicNames names) {
        ProducerRecord<String, @Nullable String> record =
                new ProducerRecord<>(names.of(row.topic()), row.key(), row.payload());
        row.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (row.sequence() != null) {
            record.headers().add(Headers.SEQUENCE, row.sequence().toString().getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}
