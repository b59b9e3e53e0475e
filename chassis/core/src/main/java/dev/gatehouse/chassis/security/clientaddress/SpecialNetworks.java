package dev.gatehouse.chassis.security.clientaddress;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Networks of the IANA special-purpose registries (RFC 6890) that are not reachable from everywhere, and multicast; not
 * those for documentation, which stand for public addresses wherever they are met.
 */
final class SpecialNetworks {
    private static final List<IPAddress> ALL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "100::/64",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(text -> AddressNotation.network(text).orElseThrow())
            .toList();

    /**
     * Networks of transition mechanisms (IPv4-compatible, local NAT64, Teredo, 6to4): a prefix of theirs holds
     * addresses of many hosts all over the IPv4 internet, so it says nothing about who comes.
     */
    private static final List<IPAddress> TRANSITION = Stream.of("::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16")
            .map(text -> AddressNotation.network(text).orElseThrow())
            .toList();

    private SpecialNetworks() {}

    static boolean contain(IPAddress address) {
        return Stream.concat(ALL.stream(), TRANSITION.stream()).anyMatch(network -> network.contains(address));
    }

    /** Whether the network lies in one of a transition mechanism, or has one in it. */
    static boolean isOfTransition(IPAddress block) {
        return TRANSITION.stream().anyMatch(network -> network.contains(block) || block.contains(network));
    }
}
