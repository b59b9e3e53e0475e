package dev.gatehouse.chassis.security.clientaddress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes forwarding headers apart, from the right: what stands left of the element of a proxy was written by others. */
final class ForwardedElements {
    /** An address with or without a port: bare, in brackets, or dotted decimal with a port (RFC 7239, section 6). */
    private static final Pattern NODE = Pattern.compile(
            "(?<bare>[^\\[\\]:]+|[^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*)|\\[(?<bracketed>[^\\[\\]]+)](?::(?<port>[0-9]{1,5}))?"
                    + "|(?<v4>[0-9.]+):(?<v4port>[0-9]{1,5})");

    private static final Pattern FOR =
            Pattern.compile("(?<name>[a-z]+)=(?:\"(?<quoted>[^\"\\\\]*)\"|(?<token>[^\",;=]*))");

    private ForwardedElements() {}

    /** Elements of {@code X-Forwarded-For}, the right-most first; what is no address is empty. */
    static List<Optional<IpAddress>> ofXForwardedFor(String value) {
        List<Optional<IpAddress>> hops = new ArrayList<>(Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .map(ForwardedElements::node)
                .toList());
        return hops.reversed();
    }

    /** Elements of {@code Forwarded}, the right-most first; what names no address is empty. */
    static List<Optional<IpAddress>> ofForwarded(String value) {
        return fromTheRight(value, ',').stream().map(ForwardedElements::forNode).toList();
    }

    private static Optional<IpAddress> forNode(String element) {
        List<String> nodes = new ArrayList<>();
        for (String pair : fromTheRight(element, ';')) {
            Matcher parameter = FOR.matcher(lowerCaseName(pair.strip()));
            if (!parameter.matches()) {
                return Optional.empty();
            }
            if (parameter.group("name").equals("for")) {
                String quoted = parameter.group("quoted");
                nodes.add(quoted == null ? parameter.group("token") : quoted);
            }
        }
        return nodes.size() == 1 ? node(nodes.getFirst()) : Optional.empty();
    }

    private static String lowerCaseName(String pair) {
        int equals = Math.max(0, pair.indexOf('='));
        return pair.substring(0, equals).toLowerCase(Locale.ROOT) + pair.substring(equals);
    }

    /**
     * Splits outside of quotes, counting the quotes from the right: an unclosed quote that a client sent cannot swallow
     * the element that the proxy appended to it.
     */
    private static List<String> fromTheRight(String value, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int end = value.length();
        for (int i = value.length() - 1; i >= 0; i--) {
            char c = value.charAt(i);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(value.substring(i + 1, end));
                end = i;
            }
        }
        parts.add(value.substring(0, end));
        return parts;
    }

    private static Optional<IpAddress> node(String text) {
        Matcher node = NODE.matcher(text);
        if (!node.matches() || !isPort(node.group("port")) || !isPort(node.group("v4port"))) {
            return Optional.empty();
        }
        String bracketed = node.group("bracketed");
        if (bracketed != null) {
            return bracketed.indexOf(':') < 0 ? Optional.empty() : IpAddress.parse(bracketed);
        }
        return IpAddress.parse(node.group("v4") != null ? node.group("v4") : text);
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null || Integer.parseInt(digits) <= 0xFFFF;
    }
}
