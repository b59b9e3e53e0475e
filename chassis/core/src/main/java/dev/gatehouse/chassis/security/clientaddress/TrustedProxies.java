package dev.gatehouse.chassis.security.clientaddress;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.quarkus.arc.Unremovable;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The proxies of the operator, whose headers are believed. */
@ApplicationScoped
@Unremovable
public class TrustedProxies {
    private final List<IpNetwork> networks;

    @Inject
    TrustedProxies(SuiteConfig suite) {
        this(suite.trustedProxies().orElse(List.of()).stream()
                .map(TrustedProxies::network)
                .toList());
    }

    /** Of these networks. */
    public TrustedProxies(List<IpNetwork> networks) {
        this.networks = List.copyOf(networks);
    }

    /** Whether this peer of a connection is one of them. */
    public boolean contain(@Nullable SocketAddress peer) {
        return Optional.ofNullable(peer)
                .flatMap(address -> Optional.ofNullable(address.hostAddress()))
                .flatMap(IpAddress::parse)
                .filter(this::contain)
                .isPresent();
    }

    boolean contain(IpAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    static IpNetwork network(String text) {
        return IpNetwork.parse(text.strip())
                .orElseThrow(() -> new RefusedSetting(
                        "gatehouse.trusted-proxies must be addresses or networks such as 10.0.0.0/8, not " + text));
    }
}
