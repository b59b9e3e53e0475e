package dev.gatehouse.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A part's log: appended to over restarts, and set aside once when it has grown large. */
final class LogFile {
    private static final long LARGE = 20L * 1024 * 1024;

    private LogFile() {}

    static void prepare(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LARGE) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
