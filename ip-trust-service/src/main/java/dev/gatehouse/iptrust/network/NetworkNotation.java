package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what somebody typed as a network. */
final class NetworkNotation {
    private static final Pattern CIDR = Pattern.compile("([0-9A-Fa-f:.]{2,45})/(0|[1-9][0-9]{0,2})");
    private static final int SHORTEST_PREFIX = 8;

    private NetworkNotation() {}

    static Judgement judge(String text) {
        Optional<IpNetwork> network = IpNetwork.parse(text.strip());
        return network.map(NetworkNotation::judgeWidth).orElseGet(() -> meant(text.strip()));
    }

    private static Judgement judgeWidth(IpNetwork network) {
        return network.prefixLength() < SHORTEST_PREFIX ? new TooWide() : new Good(network);
    }

    private static Judgement meant(String text) {
        Matcher parts = CIDR.matcher(text);
        if (!parts.matches()) {
            return new NotOne();
        }
        int prefix = Integer.parseInt(parts.group(2));
        return IpAddress.parse(parts.group(1))
                .flatMap(address -> masked(address, prefix))
                .<Judgement>map(HostBitsSet::new)
                .orElseGet(NotOne::new);
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

    /* A literal is parsed, never looked up. */
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

    /** What the text turned out to be. */
    sealed interface Judgement {}

    /** A network that may be trusted. */
    record Good(IpNetwork network) implements Judgement {}

    /** A network that holds a good part of the internet. */
    record TooWide() implements Judgement {}

    /** An address with a prefix length; this network was probably meant. */
    record HostBitsSet(IpNetwork meant) implements Judgement {}

    /** Nothing of the kind. */
    record NotOne() implements Judgement {}
}
