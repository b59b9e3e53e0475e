package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** A login changes nothing but the time of the last use. */
    @Override
    public boolean mayWait(SecurityEvent<?> event) {
        return true;
    }

    /** The first and the last login of an account from an address stand for all between them. */
    @Override
    public Uni<Void> handleTogether(List<SecurityEvent<?>> events) {
        return recordUses(events.stream().map(KafkaTrustedAddresses::use));
    }

    private Uni<Void> recordUse(SecurityEvent<?> event, LoginSucceeded login) {
        return recordUses(Stream.of(use(event)));
    }

    private Uni<Void> recordUses(Stream<Optional<AddressUse>> uses) {
        Map<AddressUse.User, AddressUse> byUser = new LinkedHashMap<>();
        uses.flatMap(Optional::stream).forEach(use -> byUser.merge(use.user(), use, AddressUse::and));
        return byUser.isEmpty() ? Uni.createFrom().voidItem() : addresses.recordUses(byUser.values());
    }

    private static Optional<AddressUse> use(SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        return accountId == null
                ? Optional.empty()
                : Optional.ofNullable(event.ip())
                        .flatMap(IpAddress::parse)
                        .map(address -> AddressUse.of(accountId, address, event.time()));
    }
}
