package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Lets each record have its effect once, however often it is delivered. */
@ApplicationScoped
public class Inbox {
    private static final String COUNTER = "gatehouse.inbox.records";

    private final EventCodec codec;
    private final Transactions transactions;
    private final Receipts receipts;
    private final Patience patience;
    private final MeterRegistry meters;

    Inbox(EventCodec codec, Transactions transactions, Receipts receipts, Patience patience, MeterRegistry meters) {
        this.codec = codec;
        this.transactions = transactions;
        this.receipts = receipts;
        this.patience = patience;
        this.meters = meters;
    }

    /**
     * Runs the effect and the note that the record was received in one transaction. Completes without it for a record
     * that was received before, and for a type that this version does not know. Waits for the database as long as it
     * takes; fails with what can never be digested, so that the channel puts it among the dead letters.
     *
     * @param consumer the stable name under which receipts are kept, such as {@code login.trust}; at most 60 characters
     * @param effect may run again after a rollback; MUST have no effect but in the transaction it runs in, which is
     *     that of the current session: a connection of its own would commit by itself
     */
    public Uni<Void> once(
            String consumer, ConsumerRecord<String, byte[]> record, Function<Delivery, Uni<Void>> effect) {
        return Uni.createFrom().deferred(() -> take(consumer, record, effect));
    }

    private Uni<Void> take(
            String consumer, ConsumerRecord<String, byte[]> record, Function<Delivery, Uni<Void>> effect) {
        Optional<Delivery> delivery = codec.parse(record);
        if (delivery.isEmpty()) {
            count(consumer, "unknown-type");
            return Uni.createFrom().voidItem();
        }
        Receipt receipt = new Receipt(consumer, codec.id(record));
        Uni<Boolean> once = transactions.run(() -> receipts.note(receipt)
                .call(isNew ->
                        isNew ? effect.apply(delivery.get()) : Uni.createFrom().voidItem()));
        return patience.with(once)
                .invoke(isNew -> count(consumer, isNew ? "consumed" : "repeated"))
                .replaceWithVoid();
    }

    private void count(String consumer, String result) {
        meters.counter(COUNTER, "consumer", consumer, "result", result).increment();
    }
}
