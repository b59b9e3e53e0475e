package dev.gatehouse.localstack.gateway;

import java.util.Locale;
import java.util.Optional;

/**
 * The target of a request line: the path with its query, or a whole URI, as clients send it to a proxy (RFC 9112,
 * section 3.2). A server must take both, and then the host of the URI counts and not the header.
 *
 * @param path with the query
 * @param authority of a whole URI
 */
record RequestTarget(String path, Optional<String> authority) {
    private static final String SCHEME = "http://";
    private static final String HOST_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789.-:[]";

    /** Reads what came over the wire. A target that is neither form comes back as it is; the route table refuses it. */
    static RequestTarget of(String target) {
        if (!target.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return new RequestTarget(target, Optional.empty());
        }
        int slash = target.indexOf('/', SCHEME.length());
        int query = target.indexOf('?', SCHEME.length());
        int end = slash < 0 || (query >= 0 && query < slash) ? query : slash;
        String authority = target.substring(SCHEME.length(), end < 0 ? target.length() : end);
        if (!isHost(authority)) {
            return new RequestTarget(target, Optional.empty());
        }
        String rest = end < 0 ? "" : target.substring(end);
        return new RequestTarget(rest.startsWith("/") ? rest : "/" + rest, Optional.of(authority));
    }

    private static boolean isHost(String authority) {
        return !authority.isEmpty()
                && authority.toLowerCase(Locale.ROOT).chars().allMatch(c -> HOST_CHARACTERS.indexOf(c) >= 0);
    }
}
