package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.messaging.wire.TopicNames;
import dev.gatehouse.chassis.runtime.health.Outage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows to the broker: different keys side by side, the rows of one key one after the other's acknowledgement,
 * because a producer that gives up on a record may still deliver the one behind it.
 */
final class KafkaPublisher {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    /**
     * Sending may block for the topic's metadata, so it must happen neither on an event loop nor on the producer's
     * thread.
     */
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("outbox-sender").factory());

    private final TopicNames names;
    private final Outage outage;
    private @Nullable Producer<String, @Nullable String> producer;

    KafkaPublisher(Map<String, Object> kafka, TopicNames names, Outage outage) {
        this.names = names;
        this.outage = outage;
        this.settings = ProducerSettings.of(kafka);
    }

    /** Completes when the fate of every row is known; never fails. */
    Uni<Published> publish(List<OutboxRow> rows) {
        Delivery delivery = new Delivery();
        List<Uni<Void>> keys =
                byKey(rows).stream().map(key -> inOrder(key, delivery)).toList();
        return Uni.join()
                .all(keys)
                .andCollectFailures()
                .map(all -> delivery.result())
                .invoke(this::report);
    }

    void close() {
        sender.execute(this::drop);
        sender.shutdown();
    }

    private static Collection<List<OutboxRow>> byKey(List<OutboxRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(OutboxRow::orderedBy, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private Uni<Void> inOrder(List<OutboxRow> rows, Delivery delivery) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> send(row, delivery))
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> send(OutboxRow row, Delivery delivery) {
        return Uni.createFrom()
                .<Void>emitter(ack -> sender.execute(() -> handOver(row, delivery, ack)))
                .invoke(() -> delivery.acknowledged(row))
                .onFailure()
                .invoke(failure -> delivery.failed(row, failure));
    }

    private void handOver(OutboxRow row, Delivery delivery, UniEmitter<? super Void> ack) {
        try {
            delivery.refuseIfTopicFailed(row);
            var unused = producer().send(toRecord(row), (metadata, failure) -> settle(ack, failure));
        } catch (RuntimeException failure) {
            ack.fail(failure);
        }
    }

    private static void settle(UniEmitter<? super Void> ack, @Nullable Exception failure) {
        if (failure == null) {
            ack.complete(null);
        } else {
            ack.fail(failure);
        }
    }

    private ProducerRecord<String, @Nullable String> toRecord(OutboxRow row) {
        ProducerRecord<String, @Nullable String> record =
                new ProducerRecord<>(names.of(row.topic()), row.key(), row.payload());
        row.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (row.sequence() != null) {
            record.headers().add(Headers.SEQUENCE, row.sequence().toString().getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    private Producer<String, @Nullable String> producer() {
        Producer<String, @Nullable String> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
            producer = current;
        }
        return current;
    }

    private void report(Published published) {
        Throwable failure = published.failure();
        if (failure == null) {
            outage.ended();
        } else {
            outage.began(failure);
            renewIfBroken(failure);
        }
    }

    /** An idempotent producer that failed for good refuses everything from then on. */
    private void renewIfBroken(Throwable failure) {
        if (!(failure instanceof RetriableException)) {
            sender.execute(this::drop);
        }
    }

    private void drop() {
        if (producer != null) {
            producer.close(LONGEST_CLOSE);
            producer = null;
        }
    }
}
