package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.intake.Reading.Arrival;
import dev.gatehouse.audit.intake.Reading.Poison;
import dev.gatehouse.audit.log.AuditEvents;
import dev.gatehouse.audit.log.UnreadableEvent;
import dev.gatehouse.chassis.inbox.EventCodec;
import dev.gatehouse.chassis.inbox.MalformedRecord;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells records that hold an event from those that hold none. */
@ApplicationScoped
class Reader {
    private final EventCodec codec;

    Reader(EventCodec codec) {
        this.codec = codec;
    }

    Reading read(ConsumerRecord<String, byte[]> record) {
        try {
            return new Arrival(record, AuditEvents.of(codec.raw(record)));
        } catch (MalformedRecord | UnreadableEvent poison) {
            return new Poison(record, poison);
        }
    }
}
