package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trusted network, of all accounts or of one.
 *
 * @param until the end of the trust; absent: no end
 */
record TrustedNetwork(IpNetwork network, @Nullable Instant until) {
    /** Parses a network; empty for text that is not a network. */
    static Optional<TrustedNetwork> read(String network, @Nullable Instant until) {
        return IpNetwork.parse(network).map(parsed -> new TrustedNetwork(parsed, until));
    }

    boolean trusts(IpAddress address, Instant now) {
        return (until == null || now.isBefore(until)) && network.contains(address);
    }
}
