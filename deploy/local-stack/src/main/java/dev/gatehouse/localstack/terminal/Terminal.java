package dev.gatehouse.localstack.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writes whole lines to a person or a script. */
public final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;

    /** Over the two streams of a command. */
    public Terminal(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Over this process's own streams, in UTF-8 whatever the locale says. */
    public static Terminal ofThisProcess() {
        return new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** A line of the command's result. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A line about what went wrong. */
    public void complaint(String text) {
        err.println(text);
        err.flush();
    }
}
