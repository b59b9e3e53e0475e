package dev.gatehouse.iptrust.account;

import dev.gatehouse.chassis.messaging.inbox.Delivery;
import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.contracts.state.AccountState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class KafkaAccounts {
    private final Inbox inbox;
    private final Accounts accounts;

    KafkaAccounts(Inbox inbox, Accounts accounts) {
        this.inbox = inbox;
        this.accounts = accounts;
    }

    @Incoming("accounts")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return inbox.once("account", record, this::take);
    }

    private Uni<Void> take(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Changed(AccountState state) -> accounts.take(state);
            case Delivery.Gone gone -> accounts.forget(UUID.fromString(gone.key()));
            default -> Uni.createFrom().voidItem();
        };
    }
}
