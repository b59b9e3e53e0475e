package dev.gatehouse.audit.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the events, a poll at a time; the offsets are committed when the batch is taken in. */
@ApplicationScoped
class KafkaEvents {
    private final KafkaReader reader;
    private final Intake intake;

    KafkaEvents(KafkaReader reader, Intake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    @Incoming("security-events")
    Uni<Void> onEvents(ConsumerRecords<String, byte[]> records) {
        List<KafkaReading> batch = new ArrayList<>(records.count());
        records.forEach(record -> batch.add(reader.read(record)));
        return intake.take(batch);
    }
}
