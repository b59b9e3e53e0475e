package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.Backoff;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Processes each security event once, however often it is delivered. */
@ApplicationScoped
public class Inbox {
    private static final String COUNTER = "gatehouse.inbox.records";

    private final EventCodec codec;
    private final Transactions transactions;
    private final Receipts receipts;
    private final Backoff backoff;
    private final MeterRegistry meters;

    Inbox(EventCodec codec, Transactions transactions, Receipts receipts, Backoff backoff, MeterRegistry meters) {
        this.codec = codec;
        this.transactions = transactions;
        this.receipts = receipts;
        this.backoff = backoff;
        this.meters = meters;
    }

    /**
     * Runs the effect and inserts the receipt in one transaction. Completes without the effect for a record that was
     * received before, and for a type that this version does not know. Waits while the database is unavailable; fails
     * for a record that can never be processed, so that the channel moves it to the dead letters.
     *
     * @param consumer the stable name under which receipts are kept, such as {@code login.trust}; at most 60 characters
     * @param effect may run again after a rollback; MUST have no effect but in the transaction it runs in, that of the
     *     current session
     */
    public Uni<Void> once(
            String consumer, ConsumerRecord<String, byte[]> record, Function<SecurityEvent<?>, Uni<Void>> effect) {
        return Uni.createFrom().deferred(() -> take(consumer, record, effect));
    }

    private Uni<Void> take(
            String consumer, ConsumerRecord<String, byte[]> record, Function<SecurityEvent<?>, Uni<Void>> effect) {
        Optional<SecurityEvent<?>> event = codec.event(record);
        if (event.isEmpty()) {
            count(consumer, "unknown-type");
            return Uni.createFrom().voidItem();
        }
        Receipt receipt = new Receipt(consumer, codec.id(record));
        Uni<Boolean> once = transactions.run(() -> receipts.insertOnce(receipt)
                .call(isNew ->
                        isNew ? effect.apply(event.get()) : Uni.createFrom().voidItem()));
        return backoff.retrying(once)
                .invoke(isNew -> count(consumer, isNew ? "consumed" : "repeated"))
                .replaceWithVoid();
    }

    private void count(String consumer, String result) {
        meters.counter(COUNTER, "consumer", consumer, "result", result).increment();
    }
}
