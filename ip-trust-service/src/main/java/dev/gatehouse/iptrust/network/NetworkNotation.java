package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a network in CIDR notation and says what is wrong with it. */
final class NetworkNotation {
    private static final Pattern CIDR = Pattern.compile("([0-9A-Fa-f:.]{2,45})/(0|[1-9][0-9]{0,2})");
    /** More than that is no site of one helpdesk; but all of a network that sites use for themselves may be one. */
    private static final int SHORTEST_IPV4_PREFIX = 16;
    /** What a registry gives to one provider. */
    private static final int SHORTEST_IPV6_PREFIX = 32;

    private NetworkNotation() {}

    static Result parse(String text) {
        Optional<IpNetwork> network = IpNetwork.parse(text.strip());
        return network.map(NetworkNotation::check).orElseGet(() -> hostBits(text.strip()));
    }

    private static Result check(IpNetwork network) {
        if (isTooWide(network)) {
            return new TooWide();
        }
        if (network.isOfTransition()) {
            return new Transition();
        }
        return network.isOfNoSite() ? new NoSite() : new Valid(network);
    }

    private static boolean isTooWide(IpNetwork network) {
        return network.isIpv6()
                ? network.prefixLength() < SHORTEST_IPV6_PREFIX
                : network.prefixLength() < SHORTEST_IPV4_PREFIX && !network.isOfSite();
    }

    private static Result hostBits(String text) {
        Matcher parts = CIDR.matcher(text);
        if (!parts.matches()) {
            return new Invalid();
        }
        int prefix = Integer.parseInt(parts.group(2));
        return IpAddress.parse(parts.group(1))
                .filter(address -> address.isIpv6() == parts.group(1).contains(":"))
                .flatMap(address -> masked(address, prefix))
                .<Result>map(HostBitsSet::new)
                .orElseGet(Invalid::new);
    }

    private static Optional<IpNetwork> masked(IpAddress address, int prefix) {
        byte[] bytes = bytes(address);
        if (prefix > bytes.length * Byte.SIZE) {
            return Optional.empty();
        }
        for (int bit = prefix; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >>> bit % Byte.SIZE);
        }
        return text(bytes).flatMap(lowest -> IpNetwork.parse(lowest + "/" + prefix));
    }

    /* A literal is parsed without a DNS query. */
    private static byte[] bytes(IpAddress address) {
        try {
            return InetAddress.getByName(address.canonical()).getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("A canonical address is a literal", impossible);
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return IpAddress.parse(InetAddress.getByAddress(bytes).getHostAddress())
                    .map(IpAddress::canonical);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An address has 4 or 16 bytes", impossible);
        }
    }

    /** The result of parsing. */
    sealed interface Result {}

    /** A network that may be trusted. */
    record Valid(IpNetwork network) implements Result {}

    /** A network wider than any site: wider than /16 of IPv4 (private ones aside) or /32 of IPv6. */
    record TooWide() implements Result {}

    /** A special-purpose network that is nobody's site. */
    record NoSite() implements Result {}

    /** A network whose addresses stand for hosts all over the IPv4 internet. */
    record Transition() implements Result {}

    /** An address with a prefix length; the network that contains it is suggested. */
    record HostBitsSet(IpNetwork network) implements Result {}

    /** Not a network. */
    record Invalid() implements Result {}
}
