package dev.gatehouse.chassis.mail.useragent;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua_parser.CachingParser;
import ua_parser.OS;
import ua_parser.Parser;

/** Turns {@code User-Agent} headers into {@link UserAgent}s; safe for any input, of any length. */
public final class UserAgents {
    private static final int MAX_INPUT = 512;
    private static final int CACHED = 500;
    private static final String UNKNOWN_FAMILY = "Other";
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N} .,+!&()/_-]{1,40}");
    private static final Pattern PLAIN_VERSION = Pattern.compile("\\d{1,6}");
    private static final Map<String, String> SYSTEM_NAMES = Map.of("Mac OS X", "macOS");

    private UserAgents() {}

    /** What this header says; {@link UserAgent#UNKNOWN} for none, for nonsense and for what nobody knows. */
    public static UserAgent describe(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UserAgent.UNKNOWN;
        }
        String bounded = userAgent.length() > MAX_INPUT ? userAgent.substring(0, MAX_INPUT) : userAgent;
        ua_parser.Client client = Expressions.PARSER.parse(bounded);
        return new UserAgent(browser(client.userAgent), system(client.os));
    }

    private static @Nullable String browser(ua_parser.UserAgent program) {
        String name = known(program.family);
        if (name == null) {
            return null;
        }
        String major = program.major;
        return major != null && PLAIN_VERSION.matcher(major).matches() ? name + " " + major : name;
    }

    private static @Nullable String system(OS system) {
        String name = known(system.family);
        return name == null ? null : SYSTEM_NAMES.getOrDefault(name, name);
    }

    /* Some expressions copy a part of the header into the family, so it is held against a plain alphabet. */
    private static @Nullable String known(@Nullable String family) {
        return family == null
                        || family.equals(UNKNOWN_FAMILY)
                        || !PLAIN_NAME.matcher(family).matches()
                ? null
                : family;
    }

    /* Reading a thousand expressions takes a while: only once somebody asks. */
    private static final class Expressions {
        private static final Parser PARSER = new CachingParser(CACHED);
    }
}
