package dev.gatehouse.audit.address;

import dev.gatehouse.chassis.messaging.inbox.Delivery;
import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.state.AddressState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of addresses. */
@ApplicationScoped
class KafkaAddresses {
    private static final String CONSUMER = "audit.address";

    private final Inbox inbox;
    private final Addresses addresses;

    KafkaAddresses(Inbox inbox, Addresses addresses) {
        this.inbox = inbox;
        this.addresses = addresses;
    }

    @Incoming("addresses")
    Uni<Void> onAddress(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::take);
    }

    private Uni<Void> take(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Changed(AddressState state) -> addresses.learn(state);
            case Delivery.Gone(String topic, String ip, long version) -> addresses.forget(ip, version);
            case Delivery.Changed other -> Uni.createFrom().voidItem();
            case Delivery.Event event -> Uni.createFrom().voidItem();
        };
    }
}
