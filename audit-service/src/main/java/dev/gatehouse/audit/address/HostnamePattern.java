package dev.gatehouse.audit.address;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One host name, or with {@code *.} in front every name below a domain (the domain itself not among them).
 *
 * @param name in lower case, without the asterisk
 */
public record HostnamePattern(String name, Reach reach) {
    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*+");
    private static final String BELOW = "*.";

    /** Which names are meant. */
    public enum Reach {
        /** This name. */
        EXACT,
        /** Every name below it. */
        BELOW
    }

    /** The pattern in this text; a final dot is dropped. */
    public static Optional<HostnamePattern> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Reach reach = lower.startsWith(BELOW) ? Reach.BELOW : Reach.EXACT;
        String name = withoutFinalDot(reach == Reach.BELOW ? lower.substring(BELOW.length()) : lower);
        boolean valid = name.length() <= LONGEST && NAME.matcher(name).matches();
        return valid ? Optional.of(new HostnamePattern(name, reach)) : Optional.empty();
    }

    /** A host name with its labels turned round, as columns hold it: {@code com.example.host}. */
    public static String reversed(String hostname) {
        List<String> labels =
                Arrays.asList(withoutFinalDot(hostname.toLowerCase(Locale.ROOT)).split("\\.", -1));
        Collections.reverse(labels);
        return String.join(".", labels);
    }

    /** The reversed name that is meant, or from which on those below it stand. */
    public String from() {
        return reach == Reach.EXACT ? reversed(name) : reversed(name) + ".";
    }

    /** Before which reversed name those below it end; the slash is what follows the dot in the order of bytes. */
    public String before() {
        return reversed(name) + "/";
    }

    /** As it was asked for. */
    @Override
    public String toString() {
        return reach == Reach.EXACT ? name : BELOW + name;
    }

    private static String withoutFinalDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
