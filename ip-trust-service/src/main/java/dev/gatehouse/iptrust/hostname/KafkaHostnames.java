package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.messaging.inbox.Inbox;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.LoginFailed;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads login events: each requests a lookup of its address, and a successful one records who uses it. */
@ApplicationScoped
class KafkaHostnames {
    private final Inbox inbox;
    private final PanacheAddresses addresses;
    private final PanacheAddressUses uses;
    private final LookupWorker worker;
    private final HostnameConfig config;
    private final InstantSource clock;

    KafkaHostnames(
            Inbox inbox,
            PanacheAddresses addresses,
            PanacheAddressUses uses,
            LookupWorker worker,
            HostnameConfig config,
            InstantSource clock) {
        this.inbox = inbox;
        this.addresses = addresses;
        this.uses = uses;
        this.worker = worker;
        this.config = config;
        this.clock = clock;
    }

    @Incoming("hostname-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once("hostname", record, this::process).invoke(worker::signal);
    }

    private Uni<Void> process(SecurityEvent<?> event) {
        return isLogin(event.data()) ? recordLogin(event) : Uni.createFrom().voidItem();
    }

    private Uni<Void> recordLogin(SecurityEvent<?> event) {
        Optional<String> ip =
                Optional.ofNullable(event.ip()).flatMap(IpAddress::parse).map(IpAddress::canonical);
        return ip.map(known -> recordFrom(known, event))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> recordFrom(String ip, SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        Uni<Void> requested = addresses.requestLookup(ip, clock.instant(), config.lookupLifetime());
        return accountId != null && event.data() instanceof LoginSucceeded
                ? requested.chain(() -> uses.recordUse(ip, accountId, event.time()))
                : requested;
    }

    private static boolean isLogin(EventData data) {
        return data instanceof LoginSucceeded || data instanceof LoginFailed || data instanceof LoginChallenged;
    }
}
