package dev.gatehouse.chassis.http.edge;

import java.util.regex.Pattern;

/**
 * Which paths are let in: those that every router, proxy and filter on the way reads in the same manner.
 *
 * <p>Matrix parameters, empty and dot segments, backslashes and encoded forms of any of them are how a path is made to
 * mean one thing to a guard and another to the endpoint behind it.
 */
final class PlainPath {
    private static final Pattern PLAIN = Pattern.compile("(?:/(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*)+");
    private static final Pattern DOUBTFUL = Pattern.compile(
            "//|/\\.{1,2}(?:/|$)|%(?:[01][0-9a-f]|2[5ef]|3b|5c|7f|[89a-f][0-9a-f])", Pattern.CASE_INSENSITIVE);

    private PlainPath() {}

    /** Whether the target of a request line, without its query, is a plain path. */
    static boolean is(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return PLAIN.matcher(path).matches() && !DOUBTFUL.matcher(path).find();
    }
}
