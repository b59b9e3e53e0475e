package dev.gatehouse.chassis.runtime.log;

import java.util.regex.Pattern;

/** Text that can neither begin a line nor change how one is read: such characters are replaced by their number. */
final class OneLine {
    private static final int LONGEST = 16_384;
    /** Control and format characters (bidirectional overrides among them), line and paragraph separators. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private OneLine() {}

    static boolean is(String text) {
        return text.length() <= LONGEST && !UNFIT.matcher(text).find();
    }

    static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return UNFIT.matcher(cut)
                .replaceAll(match -> "\\\\u" + "%04x".formatted(match.group().codePointAt(0)));
    }
}
