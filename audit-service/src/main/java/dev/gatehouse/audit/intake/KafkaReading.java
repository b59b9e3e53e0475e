package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.log.AuditEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What came of looking at a record. */
sealed interface KafkaReading {
    /** An event that can be put into the log. */
    record Arrival(ConsumerRecord<String, byte[]> record, AuditEvent event) implements KafkaReading {
        /** The same once the database has refused it. */
        Poison refused(Throwable reason) {
            return new Poison(record, reason);
        }
    }

    /** Something that cannot, now or ever. */
    record Poison(ConsumerRecord<String, byte[]> record, Throwable reason) implements KafkaReading {}
}
