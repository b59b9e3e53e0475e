package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.runtime.log.Log;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Has the effect of the records of one topic: a transaction for each batch. Where a batch is refused, it is divided
 * until only the record at fault is set aside and all others have had their effect.
 *
 * <p>Records whose effects may wait are kept here until the position is to move, and are had together before it does.
 * Where they are refused together, they are records like all others.
 */
final class TopicBatches<T> {
    private static final Log LOG = Log.of(TopicBatches.class);

    private final Subscription<T> subscription;
    private final Parts parts;
    private final List<DecodedRecord<T>> waiting = new ArrayList<>();

    /**
     * What the batches of all topics share.
     *
     * @param saved is told each position that was saved
     */
    record Parts(
            Positions positions,
            DeadLetters deadLetters,
            Retry retry,
            ConsumerMeters meters,
            Consumer<Map<TopicPartition, Long>> saved) {}

    TopicBatches(Subscription<T> subscription, Parts parts) {
        this.subscription = subscription;
        this.parts = parts;
    }

    void process(RecordSource source, List<ConsumerRecord<String, byte[]>> records) {
        List<DecodedRecord<T>> items = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (!concerns(record)) {
                parts.meters().skipped(record.topic());
                continue;
            }
            DecodedRecord<T> item = DecodedRecord.of(subscription, record);
            boolean waits = item.value() != null && subscription.mayWait(item.value());
            (waits ? waiting : items).add(item);
        }
        if (!items.isEmpty()) {
            take(source, settle(source, items));
        }
    }

    void pass(RecordSource source, Map<TopicPartition, Long> after) {
        take(source, settle(source, List.of()));
        var unused = parts.retry().once(() -> parts.positions().save(after));
        parts.saved().accept(after);
    }

    boolean anyWait() {
        return !waiting.isEmpty();
    }

    void startOver() {
        waiting.clear();
    }

    /** A record without a type is malformed, which {@link Subscription#read} finds. */
    private boolean concerns(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        return type == null
                || type.value() == null
                || subscription.concerns(new String(type.value(), StandardCharsets.UTF_8));
    }

    /**
     * Has the effects that wait, before the position moves past them: a crash in between repeats them.
     *
     * @return what is to be taken now: these records, and those that were refused together
     */
    private List<DecodedRecord<T>> settle(RecordSource source, List<DecodedRecord<T>> items) {
        if (waiting.isEmpty()) {
            return items;
        }
        List<T> values = values(waiting);
        Optional<Throwable> refusal = parts.retry().refusal(source, () -> subscription.takeTogether(values));
        List<DecodedRecord<T>> settled = List.copyOf(waiting);
        waiting.clear();
        if (refusal.isEmpty()) {
            parts.meters().processed(settled.getFirst().record().topic(), settled.size());
            return items;
        }
        LOG.with("cause", refusal.get()).warn("Effects that waited were refused together, each is had by itself");
        return Stream.concat(settled.stream(), items.stream())
                .sorted(DecodedRecord.order())
                .toList();
    }

    private void take(RecordSource source, List<DecodedRecord<T>> items) {
        int begin = 0;
        for (int index = 0; index < items.size(); index++) {
            RuntimeException unreadable = items.get(index).unreadable();
            if (unreadable != null) {
                takeReadable(source, items.subList(begin, index));
                setAside(source, items.get(index), unreadable);
                begin = index + 1;
            }
        }
        takeReadable(source, items.subList(begin, items.size()));
    }

    private void takeReadable(RecordSource source, List<DecodedRecord<T>> items) {
        if (items.isEmpty()) {
            return;
        }
        List<T> values = values(items);
        Map<TopicPartition, Long> after = DecodedRecord.after(items);
        Optional<Throwable> refusal = parts.retry()
                .refusal(
                        source,
                        () -> subscription.take(values, parts.positions().at(after)));
        if (refusal.isEmpty()) {
            taken(items, after);
        } else if (items.size() == 1) {
            takeAlone(source, items.getFirst());
        } else {
            takeReadable(source, items.subList(0, items.size() / 2));
            takeReadable(source, items.subList(items.size() / 2, items.size()));
        }
    }

    private void takeAlone(RecordSource source, DecodedRecord<T> item) {
        T value = Objects.requireNonNull(item.value());
        Map<TopicPartition, Long> after = DecodedRecord.after(List.of(item));
        parts.retry()
                .refusal(
                        source,
                        () -> subscription.takeAlone(value, parts.positions().at(after)))
                .ifPresentOrElse(reason -> setAside(source, item, reason), () -> taken(List.of(item), after));
    }

    private void taken(List<DecodedRecord<T>> items, Map<TopicPartition, Long> after) {
        parts.meters().processed(items.getFirst().record().topic(), items.size());
        parts.saved().accept(after);
    }

    /** The dead letter comes first: a crash in between writes it twice, and loses nothing. */
    private void setAside(RecordSource source, DecodedRecord<T> item, Throwable reason) {
        Map<TopicPartition, Long> after = DecodedRecord.after(List.of(item));
        parts.retry().untilWritten(source, () -> parts.deadLetters().add(item.record(), reason));
        parts.meters().deadLetter(item.record().topic());
        var unused = parts.retry().untilDone(source, () -> parts.positions().save(after));
        parts.saved().accept(after);
    }

    private static <T> List<T> values(List<DecodedRecord<T>> items) {
        return items.stream().map(item -> Objects.requireNonNull(item.value())).toList();
    }
}
