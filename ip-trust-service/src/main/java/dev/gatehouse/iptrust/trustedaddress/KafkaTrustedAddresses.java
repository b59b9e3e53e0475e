package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads successful logins, to record the use of trusted addresses. */
@ApplicationScoped
class KafkaTrustedAddresses {
    private final Inbox inbox;
    private final TrustedAddresses addresses;

    KafkaTrustedAddresses(Inbox inbox, TrustedAddresses addresses) {
        this.inbox = inbox;
        this.addresses = addresses;
    }

    @Incoming("trusted-address-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once("trusted-address", record, this::process);
    }

    private Uni<Void> process(SecurityEvent<?> event) {
        return event.data() instanceof LoginSucceeded
                ? recordUse(event)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> recordUse(SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        Optional<IpAddress> address = Optional.ofNullable(event.ip()).flatMap(IpAddress::parse);
        return accountId == null || address.isEmpty()
                ? Uni.createFrom().voidItem()
                : addresses.recordUse(accountId, address.get(), event.time());
    }
}
