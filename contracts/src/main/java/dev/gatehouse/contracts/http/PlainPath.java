package dev.gatehouse.contracts.http;

import java.util.Set;

/**
 * Which request paths are accepted: those that every router, proxy and filter reads in the same way (RFC 3986 section
 * 6.2.2, already normalised).
 *
 * <p>Matrix parameters, empty and dot segments, backslashes, and encoded forms of any of them make a path mean one
 * thing to a guard and another to the endpoint behind it. A character that may stand in a path unencoded must not be
 * encoded: then the prefix that a router compares is the prefix that the service sees. The check reads the path once.
 */
public final class PlainPath {
    private static final String UNRESERVED = "-._~";
    private static final String ALLOWED_BESIDES = "!$&'()*+,=:@";
    private static final String NEVER_ENCODED = "/\\;%";

    private static final int LONGEST_SERVED = 1024;
    /** The first segments of all paths that are served: audiences, pages of mailed links, discovery. */
    private static final Set<String> FIRST_SEGMENTS = Set.of(
            "api", "agent", "admin", ".well-known", "accept-invitation", "reset-password", "verify-ip", "report-login");

    private PlainPath() {}

    /**
     * Whether there can be anything at the path of this plain target: its first segment is literally one of the known
     * ones, and it is no longer than any path of an endpoint.
     */
    public static boolean isServed(String target) {
        int query = target.indexOf('?');
        int end = query < 0 ? target.length() : query;
        int slash = target.indexOf('/', 1);
        return end <= LONGEST_SERVED
                && FIRST_SEGMENTS.contains(target.substring(1, slash < 0 || slash > end ? end : slash));
    }

    /** Whether the target of a request line, without its query, is a plain path. */
    public static boolean is(String target) {
        int query = target.indexOf('?');
        int end = query < 0 ? target.length() : query;
        if (end == 0 || target.charAt(0) != '/') {
            return false;
        }
        int segment = 1;
        for (int i = 1; i < end; i++) {
            char c = target.charAt(i);
            if (c == '/') {
                if (isRefusedSegment(target, segment, i)) {
                    return false;
                }
                segment = i + 1;
            } else if (c == '%' ? !isPlainEscape(target, i, end) : !isPlain(c)) {
                return false;
            }
        }
        return segment == end || !isDots(target, segment, end);
    }

    private static boolean isRefusedSegment(String target, int from, int to) {
        return from == to || isDots(target, from, to);
    }

    private static boolean isDots(String target, int from, int to) {
        return target.charAt(from) == '.' && (to - from == 1 || (to - from == 2 && target.charAt(from + 1) == '.'));
    }

    private static boolean isPlain(char c) {
        return isUnreserved(c) || ALLOWED_BESIDES.indexOf(c) >= 0;
    }

    /** Printable ASCII that separates nothing and needs the encoding. */
    private static boolean isPlainEscape(String target, int at, int end) {
        if (at + 3 > end) {
            return false;
        }
        int high = Character.digit(target.charAt(at + 1), 16);
        int low = Character.digit(target.charAt(at + 2), 16);
        char meant = (char) (high * 16 + low);
        return high >= 0
                && low >= 0
                && isAscii(target.charAt(at + 1))
                && isAscii(target.charAt(at + 2))
                && meant >= ' '
                && meant < 0x7f
                && NEVER_ENCODED.indexOf(meant) < 0
                && !isUnreserved(meant);
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }

    /** Other scripts have digits too. */
    private static boolean isAscii(char c) {
        return c < 0x80;
    }
}
