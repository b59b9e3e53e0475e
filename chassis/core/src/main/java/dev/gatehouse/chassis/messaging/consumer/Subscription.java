package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What this service does with the records of one topic.
 *
 * @param <T> a record as {@link #read} understands it
 */
public interface Subscription<T> {
    /** The topic; a service has one subscription per topic. */
    Topic topic();

    /**
     * Whether records of this CloudEvents type have an effect here. It is asked before a record is decoded; what it
     * turns down costs neither a transaction nor a receipt.
     */
    boolean concerns(String type);

    /**
     * Decodes a record, and derives from it whatever can fail for its content. Every exception means that the record
     * can never be processed: it is set aside.
     */
    T read(ConsumerRecord<String, byte[]> record);

    /** Whether the effect of this record may wait some seconds, so that {@link #takeTogether} has it with others. */
    default boolean mayWait(T value) {
        return false;
    }

    /**
     * Has the effects of records that could wait, in ONE transaction, before the position moves past them. They MUST be
     * the same however often they are had, and in whatever order: after a crash the records are read again. Records
     * that are refused together are given to {@link #take}.
     */
    default Uni<Void> takeTogether(List<T> values) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Has the effect of these records, in their order, and saves the position, in ONE transaction. It may run again
     * after any failure, also after a commit whose answer was lost, so it recognises what it has processed before.
     */
    Uni<Void> take(List<T> batch, Position position);

    /**
     * The same for one record that was refused for good on its own; what still fails is set aside. A subscription that
     * combines several effects separates them here.
     */
    default Uni<Void> takeAlone(T value, Position position) {
        return take(List.of(value), position);
    }
}
