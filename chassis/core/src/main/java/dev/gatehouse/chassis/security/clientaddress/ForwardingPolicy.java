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
    private final TrustedProxies proxies;
    private final ForwardingHeader header;
    private final List<TranslationPrefix> translations;

    @Inject
    ForwardingPolicy(TrustedProxies proxies, SuiteConfig suite) {
        this(
                proxies,
                ForwardingHeader.named(suite.forwardingHeader()),
                translations(suite.nat64Prefixes().orElse(List.of())));
    }

    ForwardingPolicy(TrustedProxies proxies, ForwardingHeader header, List<TranslationPrefix> translations) {
        this.proxies = proxies;
        this.header = header;
        this.translations = List.copyOf(translations);
    }

    static List<TranslationPrefix> translations(List<String> prefixes) {
        return prefixes.stream().map(TranslationPrefix::parse).toList();
    }

    Resolution decide(Hops hops) {
        IpAddress peer = original(hops.peer());
        if (!proxies.contain(peer)) {
            return new Resolution(peer, peer, hops.anyClaim());
        }
        return new Resolution(client(peer, hops), peer, Optional.empty());
    }

    private IpAddress client(IpAddress peer, Hops hops) {
        IpAddress client = peer;
        Iterator<Optional<IpAddress>> claimed = claimed(hops).iterator();
        while (claimed.hasNext() && proxies.contain(client)) {
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
}
