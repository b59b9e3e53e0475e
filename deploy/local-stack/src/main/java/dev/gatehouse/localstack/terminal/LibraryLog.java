package dev.gatehouse.localstack.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Sends what libraries log to a file, because the terminal belongs to the person. */
public final class LibraryLog {
    private static final Logger ROOT = Logger.getLogger("");

    private LibraryLog() {}

    /** From now on everything of note goes to {@code file}, appended. */
    public static void keepIn(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Handler handler = new FileHandler(file.toString(), true);
        handler.setFormatter(new SimpleFormatter());
        replaceWith(handler);
    }

    /** From now on only warnings are shown, on the error stream. */
    public static void warningsOnly() {
        Handler handler = new ConsoleHandler();
        handler.setLevel(Level.WARNING);
        replaceWith(handler);
    }

    private static void replaceWith(Handler handler) {
        // parts start at the same time, and the logging facade complains when several of them find it unready
        var unused = LoggerFactory.getILoggerFactory();
        for (Handler present : ROOT.getHandlers()) {
            ROOT.removeHandler(present);
        }
        ROOT.addHandler(handler);
    }
}
