package dev.gatehouse.localstack.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writes whole lines to a person or a script. */
public final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Look look;

    /** What the receiving end can do. */
    public enum Look {
        /** Lines only: a file, a pipe, a log. */
        PLAIN,
        /** A terminal without colour: lines may be rewritten. */
        LIVE,
        /** A terminal with colour. */
        COLOURED
    }

    /** Over the two streams of a command. */
    public Terminal(PrintWriter out, PrintWriter err, Look look) {
        this.out = out;
        this.err = err;
        this.look = look;
    }

    /**
     * Over this process's own streams, in UTF-8 whatever the locale says.
     *
     * <p>Whether standard output is a terminal is what the calling script says in {@code gatehouse.terminal}: Java 21
     * has no sure way to ask.
     */
    public static Terminal ofThisProcess() {
        return new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), lookOfThisProcess());
    }

    private static Look lookOfThisProcess() {
        if (!Boolean.getBoolean("gatehouse.terminal")) {
            return Look.PLAIN;
        }
        String noColour = System.getenv("NO_COLOR");
        return noColour == null || noColour.isEmpty() ? Look.COLOURED : Look.LIVE;
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** A line of the command's result. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A line with its sign in front. */
    public void signed(Tone tone, String text) {
        line("  " + sign(tone) + " " + text);
    }

    /** A line about what went wrong. */
    public void complaint(String text) {
        err.println(text);
        err.flush();
    }

    /** Goes back up so many lines and clears all below. */
    void rewind(int lines) {
        if (lines > 0) {
            out.print("\u001b[" + lines + "A\u001b[J");
        }
    }

    boolean canRewrite() {
        return look != Look.PLAIN;
    }

    private String sign(Tone tone) {
        return look == Look.COLOURED ? tone.coloured(tone.sign()) : tone.sign();
    }
}
