package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.consumer.Position;
import dev.gatehouse.chassis.messaging.consumer.Subscription;
import dev.gatehouse.chassis.messaging.consumer.Subscriptions;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The security events, for all {@link EventListener}s of the service: what concerns none is not read. The effects of a
 * batch, their receipts and the position are one transaction.
 */
@ApplicationScoped
class EventSubscription implements Subscription<EventSubscription.Arrival>, Subscriptions {
    private static final String COUNTER = "gatehouse.inbox.events";

    private final Map<String, List<Handling>> byType;
    private final EventCodec codec;
    private final Receipts receipts;
    private final Transactions transactions;
    private final MeterRegistry meters;

    EventSubscription(
            @All List<EventListener> listeners,
            EventCodec codec,
            Receipts receipts,
            Transactions transactions,
            MeterRegistry meters) {
        this.byType = byType(listeners);
        this.codec = codec;
        this.receipts = receipts;
        this.transactions = transactions;
        this.meters = meters;
    }

    /**
     * An event that was read.
     *
     * @param id by which a repetition is recognised
     * @param trace the one in which it was published
     */
    record Arrival(UUID id, SecurityEvent<?> event, Context trace) {}

    @Override
    public Stream<Subscription<?>> subscriptions() {
        return byType.isEmpty() ? Stream.empty() : Stream.of(this);
    }

    @Override
    public Topic topic() {
        return Topic.SECURITY_EVENTS;
    }

    @Override
    public boolean concerns(String type) {
        return byType.containsKey(type);
    }

    @Override
    public Arrival read(ConsumerRecord<String, byte[]> record) {
        return new Arrival(codec.id(record), codec.event(record).orElseThrow(), RecordTrace.of(record));
    }

    /** Where one listener of an event cannot wait, none does. */
    @Override
    public boolean mayWait(Arrival arrival) {
        return deliveries(List.of(arrival)).stream().allMatch(Delivery::mayWait);
    }

    @Override
    public Uni<Void> takeTogether(List<Arrival> arrivals) {
        Collection<Delivery> deliveries = deliveries(arrivals);
        return transactions
                .run(() -> eachListener(deliveries, EventListener::handleTogether))
                .invoke(() -> count(deliveries.size(), deliveries.size()));
    }

    /**
     * Takes for granted that no event was processed before: then the receipts can be inserted without looking for them.
     * It looks when one is there already.
     */
    @Override
    public Uni<Void> take(List<Arrival> batch, Position position) {
        Collection<Delivery> deliveries = deliveries(batch);
        return transactions
                .run(() -> deliverAll(deliveries).chain(() -> position.save()))
                .onFailure(DatabaseFailure::isDuplicate)
                .recoverWithUni(() -> transactions.run(() -> deliver(deliveries).chain(() -> position.save())))
                .invoke(() -> deliveries.forEach(Delivery::committed));
    }

    /** Each listener by itself, so that a fault of one costs no other the event. */
    @Override
    public Uni<Void> takeAlone(Arrival arrival, Position position) {
        return Multi.createFrom()
                .iterable(deliveries(List.of(arrival)))
                .onItem()
                .transformToUniAndConcatenate(this::fault)
                .select()
                .where(Optional::isPresent)
                .collect()
                .asList()
                .chain(faults -> faults.isEmpty()
                        ? transactions.run(() -> position.save())
                        : Uni.createFrom().failure(faults.getFirst().orElseThrow()));
    }

    private static Uni<Void> eachListener(
            Collection<Delivery> deliveries, BiFunction<EventListener, List<SecurityEvent<?>>, Uni<Void>> work) {
        Map<EventListener, List<SecurityEvent<?>>> byListener = new LinkedHashMap<>();
        deliveries.forEach(delivery -> byListener
                .computeIfAbsent(delivery.handling().listener(), listener -> new ArrayList<>())
                .add(delivery.arrival().event()));
        return Multi.createFrom()
                .iterable(byListener.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> work.apply(entry.getKey(), entry.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    /** Why the listener cannot take it; an outage fails, and is waited for. */
    private Uni<Optional<Throwable>> fault(Delivery delivery) {
        return transactions
                .run(() -> deliver(List.of(delivery)))
                .invoke(delivery::committed)
                .map(done -> Optional.<Throwable>empty())
                .onFailure(failure -> DatabaseFailure.kind(failure) != DatabaseFailure.Kind.PASSING)
                .recoverWithItem(failure -> Optional.of(failure));
    }

    private Uni<Void> deliverAll(Collection<Delivery> deliveries) {
        return receipts.insert(deliveries.stream().map(Delivery::receipt).toList())
                .chain(() -> run(deliveries))
                .invoke(() -> count(deliveries.size(), deliveries.size()));
    }

    private static Uni<Void> run(Collection<Delivery> deliveries) {
        return eachListener(deliveries, EventListener::prepare).chain(() -> runEach(deliveries));
    }

    private static Uni<Void> runEach(Collection<Delivery> deliveries) {
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUniAndConcatenate(Delivery::run)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> deliver(Collection<Delivery> deliveries) {
        return receipts.known(deliveries.stream().map(Delivery::receipt).toList())
                .map(known -> deliveries.stream()
                        .filter(delivery -> !known.contains(delivery.receipt()))
                        .toList())
                .call(EventSubscription::run)
                .call(fresh ->
                        receipts.insert(fresh.stream().map(Delivery::receipt).toList()))
                .invoke(fresh -> count(deliveries.size(), fresh.size()))
                .replaceWithVoid();
    }

    private void count(int all, int fresh) {
        meters.counter(COUNTER, "result", "handled").increment(fresh);
        meters.counter(COUNTER, "result", "repeated").increment((double) all - fresh);
    }

    /** Each once, although an event may be in the batch twice. */
    private Collection<Delivery> deliveries(List<Arrival> batch) {
        Map<Receipt, Delivery> deliveries = new LinkedHashMap<>();
        for (Arrival arrival : batch) {
            for (Handling handling : byType.getOrDefault(arrival.event().type().wireName(), List.of())) {
                Receipt receipt = new Receipt(handling.listener().name(), arrival.id());
                deliveries.putIfAbsent(receipt, new Delivery(receipt, handling, arrival));
            }
        }
        return deliveries.values();
    }

    private static Map<String, List<Handling>> byType(List<EventListener> listeners) {
        Map<String, List<Handling>> byType = new LinkedHashMap<>();
        listeners.stream()
                .map(listener -> new Handling(listener, listener.handlers()))
                .forEach(handling -> handling.handlers()
                        .types()
                        .forEach(type -> byType.merge(type.wireName(), List.of(handling), EventSubscription::both)));
        return Map.copyOf(byType);
    }

    private static List<Handling> both(List<Handling> some, List<Handling> more) {
        return Stream.of(some, more).flatMap(List::stream).toList();
    }

    private record Handling(EventListener listener, EventHandlers handlers) {}

    /** An event on its way to a listener. */
    private record Delivery(Receipt receipt, Handling handling, Arrival arrival) {
        private Uni<Void> run() {
            return Multi.createFrom()
                    .resource(
                            arrival.trace()::makeCurrent,
                            scope -> handling.handlers().handle(arrival.event()).toMulti())
                    .withFinalizer(Scope::close)
                    .onItem()
                    .ignoreAsUni();
        }

        private boolean mayWait() {
            return handling.listener().mayWait(arrival.event());
        }

        private void committed() {
            handling.listener().committed(arrival.event());
        }
    }
}
