package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * An address to be trusted for an account.
 *
 * @param address the one that was proven; with IPv6 the whole network around it is trusted
 * @param origin who decided, and from where they did
 */
public record TrustRequest(UUID accountId, IpAddress address, int ipv6PrefixLength, Instant until, Origin origin) {
    /** What is trusted, in canonical text. */
    public String network() {
        return address.network(ipv6PrefixLength);
    }
}
