package dev.gatehouse.auth.session.hostname;

import dev.gatehouse.chassis.messaging.inbox.Delivery;
import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.state.AddressState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to what is found out about addresses. */
@ApplicationScoped
class KafkaHostnames {
    private static final String CONSUMER = "hostname";

    private final Inbox inbox;
    private final PanacheAddressNames names;

    KafkaHostnames(Inbox inbox, PanacheAddressNames names) {
        this.inbox = inbox;
        this.names = names;
    }

    @Incoming("addresses")
    Uni<Void> onAddress(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::take);
    }

    private Uni<Void> take(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Changed(AddressState told) -> names.tell(told);
            case Delivery.Gone gone -> names.drop(gone.key());
            default -> Uni.createFrom().voidItem();
        };
    }
}
