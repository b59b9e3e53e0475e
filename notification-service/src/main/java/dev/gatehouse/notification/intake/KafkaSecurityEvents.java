package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.notification.stream.Streams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class KafkaSecurityEvents {
    private static final String CONSUMER = "intake";

    private final Inbox inbox;
    private final Intake intake;
    private final Streams streams;

    KafkaSecurityEvents(Inbox inbox, Intake intake, Streams streams) {
        this.inbox = inbox;
        this.intake = intake;
        this.streams = streams;
    }

    @Incoming("security-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::take).invoke(streams::wake);
    }

    private Uni<Void> take(SecurityEvent<?> event) {
        return EventPolicy.draft(event)
                .map(intake::accept)
                .orElse(Uni.createFrom().voidItem());
    }
}
