package dev.gatehouse.notification.address;

import dev.gatehouse.chassis.messaging.inbox.Delivery;
import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.state.AddressState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class KafkaAddresses {
    private static final String CONSUMER = "address";

    private final Inbox inbox;
    private final Addresses addresses;

    KafkaAddresses(Inbox inbox, Addresses addresses) {
        this.inbox = inbox;
        this.addresses = addresses;
    }

    @Incoming("addresses")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::take).invoke(addresses::committed);
    }

    private Uni<Void> take(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Changed(AddressState state) -> addresses.take(state);
            case Delivery.Gone gone -> addresses.forget(gone.key(), gone.version());
            case Delivery.Changed other -> Uni.createFrom().voidItem();
            case Delivery.Event other -> Uni.createFrom().voidItem();
        };
    }
}
