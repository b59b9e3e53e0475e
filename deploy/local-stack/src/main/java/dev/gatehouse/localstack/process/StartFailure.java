package dev.gatehouse.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A part did not come up; the message ends with the last lines of its log, which often is gone soon after. */
public final class StartFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 12;
    private static final int AT_MOST = 16 * 1024;

    private StartFailure(String message) {
        super(message);
    }

    /** Says why, and what the part logged last. */
    public static StartFailure of(String part, String why, Path log) {
        return new StartFailure(part + " " + why + "; the end of its log:\n" + tail(log));
    }

    private static String tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - AT_MOST));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            int start = characterBoundary(bytes);
            List<String> lines = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    /** The first byte that does not continue a character (UTF-8 marks the others with the bits 10). */
    private static int characterBoundary(byte[] bytes) {
        int start = 0;
        while (start < Math.min(3, bytes.length) && (bytes[start] & 0xc0) == 0x80) {
            start++;
        }
        return start;
    }
}
