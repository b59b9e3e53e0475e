package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import org.jspecify.annotations.Nullable;

/** The program at the other end, and where it is. */
public record SessionClient(IpAddress address, @Nullable String userAgent) {
    private static final int IPV6_PREFIX = 64;

    /** The same for the same program in the same network; an IPv6 host may change its address within its own. */
    public Digest digest() {
        return Digest.of(address.network(IPV6_PREFIX) + "\n" + userAgent);
    }

    /** Where it is, in canonical text. */
    public String ip() {
        return address.canonical();
    }
}
