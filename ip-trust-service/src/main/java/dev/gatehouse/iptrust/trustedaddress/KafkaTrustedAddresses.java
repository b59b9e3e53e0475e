package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.AddressTrusted;
import dev.gatehouse.contracts.event.AddressUntrusted;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads successful logins, to record the use of trusted addresses, and what this service itself has published of trust:
 * a database that was put back to an older copy does not know it.
 */
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
        return EventHandlers.none()
                .on(
                        EnumSet.of(EventType.LOGIN_SUCCEEDED, EventType.ADDRESS_TRUSTED, EventType.ADDRESS_UNTRUSTED),
                        event -> handleTogether(List.of(event)));
    }

    /** A login changes nothing but the time of the last use, and the rest is nearly always known. */
    @Override
    public boolean mayWait(SecurityEvent<?> event) {
        return true;
    }

    @Override
    public Uni<Void> handleTogether(List<SecurityEvent<?>> events) {
        return recordUses(events.stream().map(KafkaTrustedAddresses::use))
                .chain(() -> takeUp(events.stream().flatMap(event -> published(event).stream())));
    }

    /** In the order of the key, so that replicas do not wait for each other in a circle. */
    private Uni<Void> takeUp(Stream<PublishedTrust> published) {
        return Multi.createFrom()
                .items(published.sorted(
                        Comparator.comparing(PublishedTrust::accountId).thenComparing(PublishedTrust::network)))
                .onItem()
                .transformToUniAndConcatenate(addresses::takeUp)
                .onItem()
                .ignoreAsUni();
    }

    private static Optional<PublishedTrust> published(SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        if (accountId != null && event.data() instanceof AddressTrusted trusted) {
            return Optional.of(new PublishedTrust(
                    accountId, trusted.network(), event.time(), Optional.of(trusted.trustedUntil())));
        }
        return accountId != null && event.data() instanceof AddressUntrusted untrusted
                ? Optional.of(new PublishedTrust(accountId, untrusted.network(), event.time(), Optional.empty()))
                : Optional.empty();
    }

    /** The first and the last login of an account from an address stand for all between them. */
    private Uni<Void> recordUses(Stream<Optional<AddressUse>> uses) {
        Map<AddressUse.User, AddressUse> byUser = new LinkedHashMap<>();
        uses.flatMap(Optional::stream).forEach(use -> byUser.merge(use.user(), use, AddressUse::and));
        return byUser.isEmpty() ? Uni.createFrom().voidItem() : addresses.recordUses(byUser.values());
    }

    private static Optional<AddressUse> use(SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        return accountId == null || event.type() != EventType.LOGIN_SUCCEEDED
                ? Optional.empty()
                : Optional.ofNullable(event.ip())
                        .flatMap(IpAddress::parse)
                        .map(address -> AddressUse.of(accountId, address, event.time()));
    }
}
