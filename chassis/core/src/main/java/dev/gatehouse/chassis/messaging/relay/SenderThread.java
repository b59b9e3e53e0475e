package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.wire.TopicNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer and the thread that hands rows over to it. Handing over may block for the topic's metadata, so it must
 * happen neither on an event loop nor on the producer's thread.
 */
final class SenderThread {
    private static final Duration MISSING_IS_REMEMBERED = Duration.ofSeconds(3);

    private final Map<String, Object> settings;
    private final TopicNames names;
    private final ExecutorService thread;
    /** Topics that were not found a moment ago: waiting again for each of their keys would hold up all others. */
    private final Map<String, Missing> missing = new HashMap<>();

    private volatile @Nullable Producer<String, @Nullable String> producer;

    /** What a handover may know of its producer. */
    interface Link {
        boolean isDropped();

        /** Aborts what is under way, at once. */
        void drop();
    }

    private record Missing(long atNanos, RuntimeException cause) {}

    SenderThread(String name, Map<String, Object> settings, TopicNames names) {
        this.settings = settings;
        this.names = names;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    void send(List<OutboxRow> rows, Consumer<Outcome> listener) {
        try {
            thread.execute(() -> handOver(rows, listener));
        } catch (RejectedExecutionException closed) {
            listener.accept(unsent(rows, closed));
        }
    }

    /** Aborts what is under way, before anything that is sent later. */
    void giveUp() {
        try {
            thread.execute(this::dropCurrent);
        } catch (RejectedExecutionException closed) {
            dropCurrent();
        }
    }

    void close() {
        giveUp();
        thread.shutdown();
    }

    private void handOver(List<OutboxRow> rows, Consumer<Outcome> listener) {
        Producer<String, @Nullable String> current;
        int partitions;
        try {
            current = producer();
            partitions = partitions(current, rows.getFirst().topic());
        } catch (RuntimeException failure) {
            dropIfBroken(failure);
            listener.accept(unsent(rows, failure));
            return;
        }
        Link link = new Link() {
            @Override
            public boolean isDropped() {
                return !current.equals(producer);
            }

            @Override
            public void drop() {
                SenderThread.this.drop(current);
            }
        };
        new Handover(rows, partitions, link, listener).send(current, names);
    }

    private int partitions(Producer<String, @Nullable String> current, String topic) {
        Missing before = missing.get(topic);
        if (before != null && System.nanoTime() - before.atNanos() < MISSING_IS_REMEMBERED.toNanos()) {
            throw before.cause();
        }
        try {
            int partitions = current.partitionsFor(names.of(topic)).size();
            missing.remove(topic);
            return partitions;
        } catch (RetriableException notFound) {
            missing.put(topic, new Missing(System.nanoTime(), notFound));
            throw notFound;
        }
    }

    private static Outcome unsent(List<OutboxRow> rows, RuntimeException cause) {
        OutboxRow first = rows.getFirst();
        return new Outcome(first.orderedBy(), List.of(), new Outcome.Failure(first, cause, 0));
    }

    private synchronized Producer<String, @Nullable String> producer() {
        Producer<String, @Nullable String> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
            producer = current;
        }
        return current;
    }

    private void dropCurrent() {
        Producer<String, @Nullable String> current = producer;
        if (current != null) {
            drop(current);
        }
    }

    /** A producer that failed for good refuses everything from then on. */
    private void dropIfBroken(RuntimeException failure) {
        Producer<String, @Nullable String> current = producer;
        if (current != null && failure instanceof KafkaException && Fault.of(failure, false) == Fault.PRODUCER) {
            drop(current);
        }
    }

    /** Without waiting, so that nothing leaves any more behind a record that failed. */
    private void drop(Producer<String, @Nullable String> broken) {
        synchronized (this) {
            if (broken.equals(producer)) {
                producer = null;
            }
        }
        broken.close(Duration.ZERO);
    }
}
