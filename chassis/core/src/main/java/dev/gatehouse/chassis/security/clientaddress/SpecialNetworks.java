package dev.gatehouse.chassis.security.clientaddress;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Networks of the IANA special-purpose registries (RFC 6890) that are not reachable from everywhere, and multicast; not
 * those for documentation, which stand for public addresses wherever they are met.
 */
final class SpecialNetworks {
    /** Sites of their own may have these (RFC 1918, RFC 4193). */
    private static final List<IPAddress> OF_SITES =
            networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

    /** Nobody's site: this host, one link, customers of many providers behind one address, multicast, reserved. */
    private static final List<IPAddress> OF_NO_SITE = networks(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "100::/64",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /**
     * Networks of transition mechanisms (IPv4-compatible, local NAT64, Teredo, 6to4): a prefix of theirs holds
     * addresses of many hosts all over the IPv4 internet, so it says nothing about who comes.
     */
    private static final List<IPAddress> TRANSITION = networks("::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16");

    private SpecialNetworks() {}

    static boolean contain(IPAddress address) {
        return Stream.of(OF_SITES, OF_NO_SITE, TRANSITION)
                .flatMap(List::stream)
                .anyMatch(network -> network.contains(address));
    }

    /** Whether the network lies in one of a transition mechanism, or has one in it. */
    static boolean isOfTransition(IPAddress block) {
        return meets(TRANSITION, block);
    }

    /** Whether the network lies in one that is nobody's site, or has one in it. */
    static boolean isOfNoSite(IPAddress block) {
        return meets(OF_NO_SITE, block);
    }

    /** Whether the network lies in one that sites may use for themselves. */
    static boolean isOfSite(IPAddress block) {
        return OF_SITES.stream().anyMatch(network -> network.contains(block));
    }

    private static boolean meets(List<IPAddress> networks, IPAddress block) {
        return networks.stream().anyMatch(network -> network.contains(block) || block.contains(network));
    }

    private static List<IPAddress> networks(String... texts) {
        return Stream.of(texts)
                .map(text -> AddressNotation.network(text).orElseThrow())
                .toList();
    }
}
