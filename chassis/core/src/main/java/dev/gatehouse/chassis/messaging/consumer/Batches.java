package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.messaging.wire.Headers;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Has the effect of what was polled: a transaction per topic. Where a batch is refused, it is divided until only the
 * record at fault is set aside and all others have had their effect.
 */
final class Batches {
    private final Map<String, Subscription<?>> subscriptions;
    private final Positions positions;
    private final DeadLetters deadLetters;
    private final Retry retry;
    private final ConsumerMeters meters;
    private final Consumer<Map<TopicPartition, Long>> saved;

    /** With a listener that is told each position that was saved. */
    Batches(
            Map<String, Subscription<?>> subscriptions,
            Positions positions,
            DeadLetters deadLetters,
            Retry retry,
            ConsumerMeters meters,
            Consumer<Map<TopicPartition, Long>> saved) {
        this.subscriptions = Map.copyOf(subscriptions);
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.retry = retry;
        this.meters = meters;
        this.saved = saved;
    }

    /** Returns when each of these records has had its effect, has none, or is among the dead letters. */
    void process(RecordSource source, List<ConsumerRecord<String, byte[]>> polled) {
        Map<String, List<ConsumerRecord<String, byte[]>>> byTopic = new LinkedHashMap<>();
        polled.forEach(record -> byTopic.computeIfAbsent(record.topic(), topic -> new ArrayList<>())
                .add(record));
        byTopic.forEach((topic, records) -> process(source, Objects.requireNonNull(subscriptions.get(topic)), records));
    }

    private <T> void process(
            RecordSource source, Subscription<T> subscription, List<ConsumerRecord<String, byte[]>> records) {
        List<DecodedRecord<T>> items = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (!concerns(subscription, record)) {
                meters.skipped(record.topic());
                continue;
            }
            DecodedRecord<T> item = DecodedRecord.of(subscription, record);
            if (item.value() != null && subscription.defer(item.value())) {
                meters.processed(record.topic(), 1);
            } else {
                items.add(item);
            }
        }
        take(source, subscription, items);
    }

    /** A record without a type is malformed, which {@link Subscription#read} finds. */
    private static boolean concerns(Subscription<?> subscription, ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        return type == null
                || type.value() == null
                || subscription.concerns(new String(type.value(), StandardCharsets.UTF_8));
    }

    private <T> void take(RecordSource source, Subscription<T> subscription, List<DecodedRecord<T>> items) {
        int begin = 0;
        for (int index = 0; index < items.size(); index++) {
            RuntimeException unreadable = items.get(index).unreadable();
            if (unreadable != null) {
                takeReadable(source, subscription, items.subList(begin, index));
                setAside(source, items.get(index), unreadable);
                begin = index + 1;
            }
        }
        takeReadable(source, subscription, items.subList(begin, items.size()));
    }

    private <T> void takeReadable(RecordSource source, Subscription<T> subscription, List<DecodedRecord<T>> items) {
        if (items.isEmpty()) {
            return;
        }
        List<T> values =
                items.stream().map(item -> Objects.requireNonNull(item.value())).toList();
        Map<TopicPartition, Long> after = DecodedRecord.after(items);
        Optional<Throwable> refusal = retry.refusal(source, () -> subscription.take(values, positions.at(after)));
        if (refusal.isEmpty()) {
            taken(items, after);
        } else if (items.size() == 1) {
            takeAlone(source, subscription, items.getFirst());
        } else {
            takeReadable(source, subscription, items.subList(0, items.size() / 2));
            takeReadable(source, subscription, items.subList(items.size() / 2, items.size()));
        }
    }

    private <T> void takeAlone(RecordSource source, Subscription<T> subscription, DecodedRecord<T> item) {
        T value = Objects.requireNonNull(item.value());
        Map<TopicPartition, Long> after = DecodedRecord.after(List.of(item));
        retry.refusal(source, () -> subscription.takeAlone(value, positions.at(after)))
                .ifPresentOrElse(reason -> setAside(source, item, reason), () -> taken(List.of(item), after));
    }

    private <T> void taken(List<DecodedRecord<T>> items, Map<TopicPartition, Long> after) {
        meters.processed(items.getFirst().record().topic(), items.size());
        saved.accept(after);
    }

    /** The dead letter comes first: a crash in between writes it twice, and loses nothing. */
    private <T> void setAside(RecordSource source, DecodedRecord<T> item, Throwable reason) {
        Map<TopicPartition, Long> after = DecodedRecord.after(List.of(item));
        retry.untilWritten(source, () -> deadLetters.add(item.record(), reason));
        meters.deadLetter(item.record().topic());
        var unused = retry.untilDone(source, () -> pass(after));
        saved.accept(after);
    }

    /** Moves the position past records that have no effect of their own, with the effects that wait. */
    Uni<Void> pass(Map<TopicPartition, Long> after) {
        String topic = after.keySet().iterator().next().topic();
        Subscription<?> subscription = Objects.requireNonNull(subscriptions.get(topic));
        return subscription.anyWaits() ? subscription.take(List.of(), positions.at(after)) : positions.save(after);
    }

    /** Whether effects wait that may wait. */
    boolean anyWaits() {
        return subscriptions.values().stream().anyMatch(Subscription::anyWaits);
    }
}
