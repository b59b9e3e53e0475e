package dev.gatehouse.chassis.security.clientaddress;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private AddressNotation() {}

    static Optional<IPAddress> address(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String unzoned = text.indexOf(':') < 0 ? text : ZONE.matcher(text).replaceFirst("");
        return written(unzoned).map(AddressNotation::unmapped);
    }

    static Optional<IPAddress> network(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return written(text).map(AddressNotation::unmapped).map(IPAddress::toPrefixBlock);
        }
        String prefix = text.substring(slash + 1);
        return PREFIX.matcher(prefix).matches()
                ? written(text.substring(0, slash)).flatMap(address -> block(address, Integer.parseInt(prefix)))
                : Optional.empty();
    }

    private static Optional<IPAddress> block(IPAddress address, int prefix) {
        IPAddress plain = unmapped(address);
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

    private static IPAddress unmapped(IPAddress address) {
        return address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
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
