package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads successful logins, to record the use of trusted addresses. */
@ApplicationScoped
class KafkaTrustedAddresses implements EventListener {
    private final TrustedAddresses addresses;

    KafkaTrustedAddresses(TrustedAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "trusted-address";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none().on(LoginSucceeded.class, this::recordUse);
    }

    private Uni<Void> recordUse(SecurityEvent<?> event, LoginSucceeded login) {
        UUID accountId = event.accountId();
        Optional<IpAddress> address = Optional.ofNullable(event.ip()).flatMap(IpAddress::parse);
        return accountId == null || address.isEmpty()
                ? Uni.createFrom().voidItem()
                : addresses.recordUse(accountId, address.get(), event.time());
    }
}
