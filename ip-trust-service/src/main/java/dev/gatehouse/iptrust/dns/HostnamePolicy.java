package dev.gatehouse.iptrust.dns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides which reverse names are valid hostnames (RFC 952, RFC 1123). Every other name is dropped. */
final class HostnamePolicy {
    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOSTNAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")++");

    private HostnamePolicy() {}

    /** The name in lower case without the final dot, if it has at least two labels and is not an address. */
    static Optional<String> hostname(String name) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = bare.toLowerCase(Locale.ROOT);
        return HOSTNAME.matcher(lower).matches() && !allNumeric(lower) ? Optional.of(lower) : Optional.empty();
    }

    private static boolean allNumeric(String name) {
        return name.substring(name.lastIndexOf('.') + 1).chars().allMatch(Character::isDigit);
    }
}
