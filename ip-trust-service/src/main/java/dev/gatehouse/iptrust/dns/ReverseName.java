package dev.gatehouse.iptrust.dns;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The domain name of the PTR record of an address (RFC 1035, 3.5; RFC 3596, 2.5). Built here, because the client of
 * Vert.x 4 looks for IPv6 addresses under the IPv4 domain.
 */
final class ReverseName {
    private ReverseName() {}

    static String of(IpAddress address) {
        byte[] bytes = bytes(address);
        return bytes.length == 4 ? decimals(bytes) + ".in-addr.arpa" : nibbles(bytes) + ".ip6.arpa";
    }

    private static String decimals(byte[] bytes) {
        return IntStream.rangeClosed(1, bytes.length)
                .mapToObj(i -> Integer.toString(bytes[bytes.length - i] & 0xff))
                .collect(Collectors.joining("."));
    }

    private static String nibbles(byte[] bytes) {
        return IntStream.rangeClosed(1, bytes.length)
                .map(i -> bytes[bytes.length - i] & 0xff)
                .mapToObj(octet -> Integer.toHexString(octet & 0xf) + "." + Integer.toHexString(octet >> 4))
                .collect(Collectors.joining("."));
    }

    /* A literal is parsed without a DNS query. */
    private static byte[] bytes(IpAddress address) {
        try {
            return InetAddress.getByName(address.canonical()).getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("A canonical address is a literal", impossible);
        }
    }
}
