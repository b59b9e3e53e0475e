package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import org.jspecify.annotations.Nullable;

/** The client of a session: its address and its user agent. */
public record SessionClient(IpAddress address, @Nullable String userAgent) {
    private static final int IPV6_PREFIX = 64;

    /** The same for the same user agent in the same network: an IPv6 host may change its address within its network. */
    public Digest digest() {
        return Digest.of(address.network(IPV6_PREFIX) + "\n" + userAgent);
    }

    /** Its address in canonical text. */
    public String ip() {
        return address.canonical();
    }

    /** The client as the origin of what this actor does outside of a session. */
    public Origin origin(Actor actor) {
        return new Origin(actor, null, address, userAgent);
    }
}
