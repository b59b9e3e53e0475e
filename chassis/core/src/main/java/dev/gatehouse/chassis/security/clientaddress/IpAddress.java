package dev.gatehouse.chassis.security.clientaddress;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An IPv4 or IPv6 address in canonical form: equal addresses are equal values.
 *
 * <p>IPv4-mapped IPv6 addresses, and those of the well-known prefixes of translators, are their IPv4 address. Zone ids
 * are dropped, for they mean something on one host only.
 */
public final class IpAddress {
    private static final int IPV6_BITS = 128;

    private final inet.ipaddr.IPAddress address;

    IpAddress(inet.ipaddr.IPAddress address) {
        this.address = address;
    }

    /** The address in this text, if it is one in strict notation: no host name, no port, no shortened or octal IPv4. */
    public static Optional<IpAddress> parse(String text) {
        return AddressNotation.address(text).map(IpAddress::new);
    }

    /** RFC 5952 for IPv6, dotted decimal for IPv4. */
    public String canonical() {
        return address.toCanonicalString();
    }

    /**
     * What of this address counts as one place: the IPv4 address itself, or the IPv6 network of this prefix length such
     * as {@code 2001:db8::/64}; a prefix of 128 gives the address itself.
     */
    public String network(int ipv6Prefix) {
        return address.isIPv4() || ipv6Prefix >= IPV6_BITS
                ? canonical()
                : address.toPrefixBlock(ipv6Prefix).toCanonicalString();
    }

    /** Everything that {@link #network} can give for this address, when no prefix is shorter than this. */
    public List<String> networks(int shortestIpv6Prefix) {
        return address.isIPv4()
                ? List.of(canonical())
                : IntStream.rangeClosed(shortestIpv6Prefix, IPV6_BITS)
                        .mapToObj(this::network)
                        .toList();
    }

    /** The network of the first or the second prefix length that this IPv4 or IPv6 address lies in. */
    public String neighbourhood(int ipv4Prefix, int ipv6Prefix) {
        return address.toPrefixBlock(address.isIPv4() ? ipv4Prefix : ipv6Prefix).toCanonicalString();
    }

    /** Whether it is not an address of the public internet: private, loopback, link-local and the like. */
    public boolean isPrivate() {
        return SpecialNetworks.contain(address);
    }

    /** Whether it is IPv6, and not an IPv4 address in its clothes. */
    public boolean isIpv6() {
        return address.isIPv6();
    }

    inet.ipaddr.IPAddress raw() {
        return address;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return canonical();
    }
}
