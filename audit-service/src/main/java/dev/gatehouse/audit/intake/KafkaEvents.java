package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.intake.KafkaIntakeRecord.PoisonRecord;
import dev.gatehouse.audit.intake.KafkaIntakeRecord.ReadableRecord;
import dev.gatehouse.audit.log.AuditEvents;
import dev.gatehouse.chassis.messaging.inbox.EventCodec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives the events, a poll at a time; the offsets are committed after the batch is written. */
@ApplicationScoped
class KafkaEvents {
    private final EventCodec codec;
    private final Intake intake;

    KafkaEvents(EventCodec codec, Intake intake) {
        this.codec = codec;
        this.intake = intake;
    }

    @Incoming("security-events")
    Uni<Void> onEvents(ConsumerRecords<String, byte[]> records) {
        List<KafkaIntakeRecord> batch = new ArrayList<>(records.count());
        records.forEach(record -> batch.add(read(record)));
        return intake.take(batch);
    }

    /** Any failure to read would happen again, so the record goes to the dead letters and the others go on. */
    KafkaIntakeRecord read(ConsumerRecord<String, byte[]> record) {
        try {
            return new ReadableRecord(record, AuditEvents.of(codec.raw(record)));
        } catch (RuntimeException unreadable) {
            return new PoisonRecord(record, unreadable);
        }
    }
}
