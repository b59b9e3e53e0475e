package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network that is trusted, for everybody or for one account.
 *
 * @param until from then on it is not; absent: without end
 */
record TrustedNetwork(IpNetwork network, @Nullable Instant until) {
    /** Reads the network as it was told; empty for text that is none, which then trusts nobody. */
    static Optional<TrustedNetwork> read(String network, @Nullable Instant until) {
        return IpNetwork.parse(network).map(parsed -> new TrustedNetwork(parsed, until));
    }

    boolean trusts(IpAddress address, Instant now) {
        return (until == null || now.isBefore(until)) && network.contains(address);
    }
}
