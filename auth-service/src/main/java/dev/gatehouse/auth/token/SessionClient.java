package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The client of a login, a challenge or a session: its address and its user agent. */
public record SessionClient(IpAddress address, @Nullable String userAgent) {
    /**
     * Whether both are the same client: the same user agent, in any version, at the same place. A place is an IPv4
     * address, or the IPv6 network of the configured prefix, within which a host may change its address.
     *
     * @param ipv6Prefix of {@link PlaceSetting#ipv6Prefix}
     */
    public boolean isSameAs(SessionClient other, int ipv6Prefix) {
        return isAtSamePlace(other, ipv6Prefix) && family().equals(other.family());
    }

    /** Whether both are at the same place. */
    public boolean isAtSamePlace(SessionClient other, int ipv6Prefix) {
        return address.network(ipv6Prefix).equals(other.address.network(ipv6Prefix));
    }

    /** Its address in canonical text. */
    public String ip() {
        return address.canonical();
    }

    /** The client as the origin of what this actor does outside of a session. */
    public Origin origin(Actor actor) {
        return new Origin(actor, null, address, userAgent);
    }

    /** The user agent without its version numbers, which change when a browser updates itself. */
    private String family() {
        StringBuilder family = new StringBuilder();
        String text = userAgent == null ? "" : userAgent;
        text.chars().filter(c -> (c < '0' || c > '9') && c != '.' && c != '_').forEach(c -> family.append((char) c));
        return family.toString();
    }

    /** How much of an IPv6 address counts as one place; administrators set it with IP trust. */
    public interface PlaceSetting {
        /** Until it is set. */
        int DEFAULT_IPV6_PREFIX = 64;

        /** The prefix length as it is set now: one read of the database. */
        Uni<Integer> ipv6Prefix();
    }
}
