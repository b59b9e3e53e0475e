package dev.gatehouse.chassis.security.clientaddress;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The strict notation: what RFC 4291 and four plain decimal numbers write, and none of what resolvers and shells accept
 * beside it ({@code 127.1}, {@code 0177.0.0.1}, {@code 2130706433}, {@code 0x7f.1}, the empty text, wildcards, ranges,
 * host names).
 */
final class AddressNotation {
    private static final int LONGEST = 64;
    /** Letters and marks of an address, before a library with many dialects sees it. */
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._~-]{1,32}$");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final IPAddressStringParameters STRICT = strict();
    private static final int MAPPED_BITS = 96;
    private static final List<TranslationPrefix> WELL_KNOWN = Stream.of("64:ff9b::/96", "::ffff:0:0:0/96")
            .map(text -> TranslationPrefix.of(plainNetwork(text).orElseThrow()))
            .toList();

    private AddressNotation() {}

    static Optional<IPAddress> address(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String unzoned = text.indexOf(':') < 0 ? text : ZONE.matcher(text).replaceFirst("");
        return written(unzoned).map(AddressNotation::unmapped);
    }

    /** A network as it is written, whatever its addresses stand for. */
    static Optional<IPAddress> plainNetwork(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : prefix(text.substring(slash + 1)).flatMap(prefix -> written(text.substring(0, slash))
                        .flatMap(address -> block(address, address, prefix)));
    }

    static Optional<IPAddress> network(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return written(text).map(AddressNotation::unmapped).map(IPAddress::toPrefixBlock);
        }
        return prefix(text.substring(slash + 1)).flatMap(prefix -> written(text.substring(0, slash))
                .flatMap(address -> block(address, unmapped(address), prefix)));
    }

    private static Optional<Integer> prefix(String text) {
        return PREFIX.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<IPAddress> block(IPAddress address, IPAddress plain, int prefix) {
        int length = plain.getBitCount() == address.getBitCount() ? prefix : prefix - MAPPED_BITS;
        if (length < 0 || length > plain.getBitCount()) {
            return Optional.empty();
        }
        IPAddress block = plain.toPrefixBlock(length);
        return block.getLower().withoutPrefixLength().equals(plain) ? Optional.of(block) : Optional.empty();
    }

    private static Optional<IPAddress> written(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        @Nullable IPAddress address = new IPAddressString(text, STRICT).getAddress();
        return Optional.ofNullable(address).filter(found -> !found.isMultiple());
    }

    /**
     * The IPv4 address that an IPv6 one stands for: mapped (RFC 4291), or behind a translator with one of the
     * well-known prefixes (RFC 6052, RFC 2765). Otherwise one trusted client behind it would make the whole IPv4
     * internet trusted, for it all lies in one /64.
     */
    private static IPAddress unmapped(IPAddress address) {
        if (!address.isIPv6()) {
            return address;
        }
        return address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : WELL_KNOWN.stream()
                        .flatMap(prefix -> prefix.ipv4(address).stream())
                        .findFirst()
                        .orElse(address);
    }

    private static IPAddressStringParameters strict() {
        IPAddressStringParameters.Builder rules = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowPrefix(false)
                .allowMask(false)
                .allowPrefixOnly(false)
                .allowWildcardedSeparator(false)
                .setRangeOptions(RangeParameters.NO_RANGE);
        rules.getIPv4AddressParametersBuilder()
                .allow_inet_aton(false)
                .allowLeadingZeros(false)
                .allowUnlimitedLeadingZeros(false)
                .allowBinary(false);
        rules.getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowBinary(false)
                .allowUnlimitedLeadingZeros(false)
                .allowMixed(true);
        rules.getIPv6AddressParametersBuilder()
                .getEmbeddedIPv4AddressParametersBuilder()
                .allow_inet_aton(false)
                .allowLeadingZeros(false)
                .allowUnlimitedLeadingZeros(false);
        return rules.toParams();
    }
}
