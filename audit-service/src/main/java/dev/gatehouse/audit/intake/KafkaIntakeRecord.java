package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.log.AuditEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record after it was read. */
sealed interface KafkaIntakeRecord {
    /** A record with an event that can be appended to the log. */
    record ReadableRecord(ConsumerRecord<String, byte[]> record, AuditEvent event) implements KafkaIntakeRecord {
        /** The same after the database has refused its data. */
        PoisonRecord refused(Throwable reason) {
            return new PoisonRecord(record, reason);
        }
    }

    /** A record that can never be appended. */
    record PoisonRecord(ConsumerRecord<String, byte[]> record, Throwable reason) implements KafkaIntakeRecord {}
}
