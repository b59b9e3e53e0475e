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

/** Hears of sign-ins, to learn which addresses there are and who uses them. */
@ApplicationScoped
class KafkaHostnames {
    private final Inbox inbox;
    private final PanacheAddresses addresses;
    private final PanacheAddressUses uses;
    private final LookupWorker lookups;
    private final HostnameConfig settings;
    private final InstantSource clock;

    KafkaHostnames(
            Inbox inbox,
            PanacheAddresses addresses,
            PanacheAddressUses uses,
            LookupWorker lookups,
            HostnameConfig settings,
            InstantSource clock) {
        this.inbox = inbox;
        this.addresses = addresses;
        this.uses = uses;
        this.lookups = lookups;
        this.settings = settings;
        this.clock = clock;
    }

    @Incoming("hostname-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once("hostname", record, this::take).invoke(lookups::wake);
    }

    private Uni<Void> take(SecurityEvent<?> event) {
        return isLogin(event.data()) ? seen(event) : Uni.createFrom().voidItem();
    }

    private Uni<Void> seen(SecurityEvent<?> event) {
        Optional<String> ip =
                Optional.ofNullable(event.ip()).flatMap(IpAddress::parse).map(IpAddress::canonical);
        return ip.map(known -> note(known, event))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> note(String ip, SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        Uni<Void> wanted = addresses.want(ip, clock.instant(), settings.goodFor());
        return accountId != null && event.data() instanceof LoginSucceeded
                ? wanted.chain(() -> uses.note(ip, accountId, event.time()))
                : wanted;
    }

    private static boolean isLogin(EventData data) {
        return data instanceof LoginSucceeded || data instanceof LoginFailed || data instanceof LoginChallenged;
    }
}
