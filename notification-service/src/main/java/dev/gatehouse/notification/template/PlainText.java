package dev.gatehouse.notification.template;

import java.util.regex.Pattern;

/** Turns text that a person or a client wrote into one safe line. */
final class PlainText {
    private static final int LONGEST = 200;
    /** Control and format characters, among them line ends and the marks that turn the direction of text around. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private PlainText() {}

    static String of(String text) {
        String line = UNSAFE.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
