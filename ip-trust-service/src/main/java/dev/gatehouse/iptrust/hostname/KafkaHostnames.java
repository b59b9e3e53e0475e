package dev.gatehouse.iptrust.hostname;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.iptrust.hostname.PanacheAddressUses.Use;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads login events: each requests a lookup of its address, and a successful one records who uses it. */
@ApplicationScoped
class KafkaHostnames implements EventListener {
    private static final int MOST = 10_000;

    /** Addresses that need no lookup until then; many people log in from the same ones. */
    private final Cache<String, Instant> resolvedUntil =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final PanacheAddresses addresses;
    private final PanacheAddressUses uses;
    private final LookupWorker worker;
    private final Transactions transactions;
    private final HostnameConfig config;
    private final InstantSource clock;

    KafkaHostnames(
            PanacheAddresses addresses,
            PanacheAddressUses uses,
            LookupWorker worker,
            Transactions transactions,
            HostnameConfig config,
            InstantSource clock) {
        this.addresses = addresses;
        this.uses = uses;
        this.worker = worker;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hostname";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none()
                .on(LoginSucceeded.class, (event, login) -> recordLogin(event))
                .on(EnumSet.of(EventType.LOGIN_FAILED, EventType.LOGIN_CHALLENGED), this::requestLookup);
    }

    private Uni<Void> recordLogin(SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        Optional<String> ip = ip(event);
        return accountId == null || ip.isEmpty()
                ? requestLookup(event)
                : requestLookup(event)
                        .chain(() -> uses.recordUses(List.of(new Use(ip.get(), accountId, event.time()))));
    }

    /** Only a lookup is urgent. */
    @Override
    public boolean mayWait(SecurityEvent<?> event) {
        return ip(event).map(this::isResolved).orElse(true);
    }

    /** One statement for all; in the order of the key, so that replicas do not wait for each other in a circle. */
    @Override
    public Uni<Void> handleTogether(List<SecurityEvent<?>> events) {
        List<Use> recorded = events.stream()
                .flatMap(event -> use(event).stream())
                .sorted(Comparator.comparing(Use::ip).thenComparing(Use::accountId))
                .toList();
        return recorded.isEmpty() ? Uni.createFrom().voidItem() : uses.recordUses(recorded);
    }

    private static Optional<Use> use(SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        return accountId == null || event.type() != EventType.LOGIN_SUCCEEDED
                ? Optional.empty()
                : ip(event).map(ip -> new Use(ip, accountId, event.time()));
    }

    private Uni<Void> requestLookup(SecurityEvent<?> event) {
        return ip(event)
                .filter(ip -> !isResolved(ip))
                .map(ip -> addresses
                        .requestLookup(ip, clock.instant(), config.lookupLifetime())
                        .invoke(this::note)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private boolean isResolved(String ip) {
        Instant until = resolvedUntil.getIfPresent(ip);
        return until != null && clock.instant().isBefore(until);
    }

    private void note(AddressRow row) {
        if (row.lookupDue) {
            transactions.afterCommit(worker::signal);
        } else if (row.resolvedAt != null) {
            resolvedUntil.put(row.ip, row.resolvedAt.plus(config.lookupLifetime()));
        }
    }

    private static Optional<String> ip(SecurityEvent<?> event) {
        return Optional.ofNullable(event.ip()).flatMap(IpAddress::parse).map(IpAddress::canonical);
    }
}
