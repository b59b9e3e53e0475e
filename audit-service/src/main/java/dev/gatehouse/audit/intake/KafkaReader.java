package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.intake.KafkaReading.Arrival;
import dev.gatehouse.audit.intake.KafkaReading.Poison;
import dev.gatehouse.audit.log.AuditEvents;
import dev.gatehouse.chassis.messaging.inbox.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells records that hold an event from those that hold none. */
@ApplicationScoped
class KafkaReader {
    private final EventCodec codec;

    KafkaReader(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * Whatever goes wrong will go wrong again: better one letter aside, to be played again, than everything behind it.
     */
    KafkaReading read(ConsumerRecord<String, byte[]> record) {
        try {
            return new Arrival(record, AuditEvents.of(codec.raw(record)));
        } catch (RuntimeException poison) {
            return new Poison(record, poison);
        }
    }
}
