package dev.gatehouse.chassis.runtime.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;

/** Stack traces on one line: enough frames to find the place, never a flood. */
final class Stacks {
    private static final int MOST_FRAMES = 40;
    private static final int LONGEST_FRAME = 500;

    private Stacks() {}

    static String cut(Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack, true));
        return stack.toString()
                .lines()
                .limit(MOST_FRAMES)
                .map(String::strip)
                .map(frame -> frame.substring(0, Math.min(frame.length(), LONGEST_FRAME)))
                .collect(Collectors.joining(" | "));
    }
}
