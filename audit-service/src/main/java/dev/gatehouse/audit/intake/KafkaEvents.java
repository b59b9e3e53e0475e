package dev.gatehouse.audit.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the events, a poll at a time; the offsets are committed when the batch is taken in. */
@ApplicationScoped
class KafkaEvents {
    private final Intake intake;

    KafkaEvents(Intake intake) {
        this.intake = intake;
    }

    @Incoming("security-events")
    Uni<Void> onEvents(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        return intake.take(batch);
    }
}
