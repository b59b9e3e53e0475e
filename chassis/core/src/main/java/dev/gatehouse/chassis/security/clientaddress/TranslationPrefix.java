package dev.gatehouse.chassis.security.clientaddress;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.Optional;
import java.util.Set;

/** An IPv6 prefix under which a translator shows IPv4 addresses (NAT64, SIIT; RFC 6052, section 2.2). */
final class TranslationPrefix {
    private static final Set<Integer> LENGTHS = Set.of(32, 40, 48, 56, 64, 96);
    /** The byte that is always zero and belongs to no address. */
    private static final int RESERVED_BYTE = 8;

    private static final int IPV4_BYTES = 4;

    private final IPAddress block;
    private final int firstByte;

    private TranslationPrefix(IPAddress block, int length) {
        this.block = block;
        this.firstByte = length / Byte.SIZE;
    }

    /** The prefix that an operator has configured; fails the start for one that is none. */
    static TranslationPrefix parse(String text) {
        return AddressNotation.plainNetwork(text.strip())
                .filter(IPAddress::isIPv6)
                .filter(block -> LENGTHS.contains(block.getNetworkPrefixLength()))
                .map(TranslationPrefix::of)
                .orElseThrow(() -> new RefusedSetting(
                        "gatehouse.nat64-prefixes must be IPv6 networks of /32, /40, /48, /56, /64 or /96, not "
                                + text));
    }

    /** The translation prefix that is this network. */
    static TranslationPrefix of(IPAddress block) {
        return new TranslationPrefix(block, block.getNetworkPrefixLength());
    }

    /** The IPv4 address behind an address of this prefix; empty for any other address. */
    Optional<IpAddress> ipv4(IpAddress address) {
        return ipv4(address.raw()).map(IpAddress::new);
    }

    Optional<IPAddress> ipv4(IPAddress address) {
        return block.contains(address) ? Optional.of(embedded(address.getBytes())) : Optional.empty();
    }

    private IPAddress embedded(byte[] ipv6) {
        byte[] ipv4 = new byte[IPV4_BYTES];
        int at = firstByte;
        for (int i = 0; i < IPV4_BYTES; i++) {
            at = at == RESERVED_BYTE ? at + 1 : at;
            ipv4[i] = ipv6[at];
            at++;
        }
        return new IPv4Address(ipv4);
    }
}
