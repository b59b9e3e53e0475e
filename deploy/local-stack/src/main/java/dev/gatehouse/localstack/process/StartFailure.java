package dev.gatehouse.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part did not come up; the message ends with the last lines of its log, which often is gone soon after. */
public final class StartFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 12;

    private StartFailure(String message) {
        super(message);
    }

    /** Says why, and what the part logged last. */
    public static StartFailure of(String part, String why, Path log) {
        return new StartFailure(part + " " + why + "; the end of its log:\n" + tail(log));
    }

    private static String tail(Path log) {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }
}
