package dev.gatehouse.chassis.security.clientaddress;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what clients write about themselves fit to store and show. */
final class UserAgentHeader {
    private static final int LONGEST = 512;
    /** Control and format characters (bidirectional overrides among them), line separators, lone surrogates. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private UserAgentHeader() {}

    static @Nullable String clean(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String fit = clean(header, LONGEST);
        return fit.isEmpty() ? null : fit;
    }

    static String clean(String text, int longest) {
        String fit = UNFIT.matcher(text).replaceAll("").strip();
        return fit.length() <= longest ? fit : fit.substring(0, wholeCharacters(fit, longest));
    }

    private static int wholeCharacters(String text, int longest) {
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
