package dev.gatehouse.chassis.security.clientaddress;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides which address is the client's: only what a trusted proxy has added counts. */
@ApplicationScoped
@Unremovable
class ForwardingPolicy {
    private final List<IpNetwork> trustedProxies;
    private final ForwardingHeader header;
    private final List<TranslationPrefix> translations;

    @Inject
    ForwardingPolicy(SuiteConfig suite) {
        this(suite.trustedProxies(), suite.forwardingHeader(), suite.nat64Prefixes());
    }

    ForwardingPolicy(Optional<List<String>> trustedProxies, String header, Optional<List<String>> nat64) {
        this(
                trustedProxies.orElse(List.of()).stream()
                        .map(ForwardingPolicy::network)
                        .toList(),
                ForwardingHeader.named(header),
                nat64.orElse(List.of()).stream().map(TranslationPrefix::parse).toList());
    }

    ForwardingPolicy(List<IpNetwork> trustedProxies, ForwardingHeader header, List<TranslationPrefix> translations) {
        this.trustedProxies = List.copyOf(trustedProxies);
        this.header = header;
        this.translations = List.copyOf(translations);
    }

    Resolution decide(Hops hops) {
        IpAddress peer = original(hops.peer());
        if (!trusted(peer)) {
            return new Resolution(peer, peer, hops.anyClaim());
        }
        return new Resolution(client(peer, hops), peer, Optional.empty());
    }

    private IpAddress client(IpAddress peer, Hops hops) {
        IpAddress client = peer;
        Iterator<Optional<IpAddress>> claimed = claimed(hops).iterator();
        while (claimed.hasNext() && trusted(client)) {
            Optional<IpAddress> hop = claimed.next();
            if (hop.isEmpty()) {
                return client;
            }
            client = original(hop.get());
        }
        return client;
    }

    private Stream<Optional<IpAddress>> claimed(Hops hops) {
        String value = hops.claims().get(header.headerName());
        if (value == null) {
            return Stream.empty();
        }
        return switch (header) {
            case X_FORWARDED_FOR -> ForwardedElements.ofXForwardedFor(value);
            case FORWARDED -> ForwardedElements.ofForwarded(value);
            case NONE -> Stream.empty();
        };
    }

    /** The IPv4 address behind a translator of the operator's. */
    private IpAddress original(IpAddress address) {
        return translations.stream()
                .flatMap(prefix -> prefix.ipv4(address).stream())
                .findFirst()
                .orElse(address);
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
