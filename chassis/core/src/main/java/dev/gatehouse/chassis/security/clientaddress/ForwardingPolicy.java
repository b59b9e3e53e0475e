package dev.gatehouse.chassis.security.clientaddress;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Decides which address is the client's: only what a trusted proxy has added counts. */
@ApplicationScoped
@Unremovable
class ForwardingPolicy {
    private final List<IpNetwork> trustedProxies;
    private final ForwardingHeader header;

    @Inject
    ForwardingPolicy(SuiteConfig suite) {
        this(suite.trustedProxies(), suite.forwardingHeader());
    }

    ForwardingPolicy(Optional<List<String>> trustedProxies, String header) {
        this(
                trustedProxies.orElse(List.of()).stream()
                        .map(ForwardingPolicy::network)
                        .toList(),
                ForwardingHeader.named(header));
    }

    ForwardingPolicy(List<IpNetwork> trustedProxies, ForwardingHeader header) {
        this.trustedProxies = List.copyOf(trustedProxies);
        this.header = header;
    }

    Resolution decide(Hops hops) {
        if (!trusted(hops.peer())) {
            return new Resolution(hops.peer(), hops.peer(), hops.anyClaim());
        }
        return new Resolution(client(hops), hops.peer(), Optional.empty());
    }

    private IpAddress client(Hops hops) {
        IpAddress client = hops.peer();
        for (Optional<IpAddress> hop : claimed(hops)) {
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get();
            if (!trusted(client)) {
                return client;
            }
        }
        return client;
    }

    private List<Optional<IpAddress>> claimed(Hops hops) {
        String value = hops.claims().get(header.headerName());
        if (value == null) {
            return List.of();
        }
        return switch (header) {
            case X_FORWARDED_FOR -> ForwardedElements.ofXForwardedFor(value);
            case FORWARDED -> ForwardedElements.ofForwarded(value);
            case NONE -> List.of();
        };
    }

    private boolean trusted(IpAddress address) {
        return trustedProxies.stream().anyMatch(network -> network.contains(address));
    }

    private static IpNetwork network(String text) {
        return IpNetwork.parse(text.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "gatehouse.trusted-proxies must be addresses or networks such as 10.0.0.0/8, not " + text));
    }
}
