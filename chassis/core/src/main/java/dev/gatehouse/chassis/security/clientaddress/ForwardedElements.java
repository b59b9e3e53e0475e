package dev.gatehouse.chassis.security.clientaddress;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes forwarding headers apart, from the right and only as far as they are asked for: what stands left of the element
 * of a proxy was written by others, and costs nothing.
 */
final class ForwardedElements {
    /** An address in brackets with a port has 47 characters. */
    private static final int LONGEST_ADDRESS = 64;
    /** With host name, protocol and the address of the proxy. */
    private static final int LONGEST_FORWARDED = 512;

    private ForwardedElements() {}

    /** Elements of {@code X-Forwarded-For}, the right-most first; what is no address is empty. */
    static Stream<Optional<IpAddress>> ofXForwardedFor(String value) {
        return new ListFromTheRight(value, ',', LONGEST_ADDRESS).elements().map(ForwardedElements::node);
    }

    /** Elements of {@code Forwarded}, the right-most first; what names no address is empty. */
    static Stream<Optional<IpAddress>> ofForwarded(String value) {
        return new ListFromTheRight(value, ',', LONGEST_FORWARDED)
                .unquoted()
                .elements()
                .map(ForwardedElements::forNode);
    }

    /** The one address that is named; pairs that are none, and a second address, make the element unreadable. */
    private static Optional<IpAddress> forNode(String element) {
        Optional<String> node = Optional.empty();
        for (String pair : new ListFromTheRight(element, ';', LONGEST_FORWARDED)
                .unquoted()
                .elements()
                .toList()) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT);
            Optional<String> value = value(pair.substring(equals + 1));
            if (!isName(name) || value.isEmpty() || (name.equals("for") && node.isPresent())) {
                return Optional.empty();
            }
            node = name.equals("for") ? value : node;
        }
        return node.flatMap(ForwardedElements::node);
    }

    /** A token, or a quoted text without escapes, of which no address has one. */
    private static Optional<String> value(String written) {
        boolean quoted = written.length() >= 2 && written.startsWith("\"") && written.endsWith("\"");
        String value = quoted ? written.substring(1, written.length() - 1) : written;
        return hasNone(value, quoted ? "\"\\" : "\",;=") ? Optional.of(value) : Optional.empty();
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static boolean hasNone(String text, String characters) {
        return text.chars().noneMatch(c -> characters.indexOf(c) >= 0);
    }

    /** An address with or without a port: bare, in brackets, or dotted decimal with a port (RFC 7239, section 6). */
    private static Optional<IpAddress> node(String text) {
        if (text.startsWith("[")) {
            return bracketed(text);
        }
        int colon = text.indexOf(':');
        boolean hasPort = colon >= 0 && text.indexOf(':', colon + 1) < 0;
        if (!hasPort) {
            return IpAddress.parse(text);
        }
        return isPort(text.substring(colon + 1)) ? IpAddress.parse(text.substring(0, colon)) : Optional.empty();
    }

    private static Optional<IpAddress> bracketed(String text) {
        int close = text.indexOf(']');
        String rest = text.substring(close + 1);
        boolean readable = close > 0
                && text.lastIndexOf(':', close) > 0
                && (rest.isEmpty() || (rest.startsWith(":") && isPort(rest.substring(1))));
        return readable ? IpAddress.parse(text.substring(1, close)) : Optional.empty();
    }

    private static boolean isPort(String digits) {
        return !digits.isEmpty()
                && digits.length() <= 5
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(digits) <= 0xFFFF;
    }
}
