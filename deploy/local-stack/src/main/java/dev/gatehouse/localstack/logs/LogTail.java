package dev.gatehouse.localstack.logs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a log from its end on; a log that was set aside and begun anew is read from its start. */
final class LogTail {
    private static final int AT_MOST = 2 * 1024 * 1024;

    private final Path file;
    private final String prefix;
    private long position;

    LogTail(Path file, String prefix) {
        this.file = file;
        this.prefix = prefix;
    }

    /** The last lines that are there now. */
    Stream<String> last(int count) throws IOException {
        List<String> all = read(Math.max(0, file.toFile().length() - AT_MOST)).toList();
        return all.subList(Math.max(0, all.size() - count), all.size()).stream();
    }

    /** Whole lines that came since the last call. */
    Stream<String> added() throws IOException {
        return read(file.toFile().length() < position ? 0 : position);
    }

    private Stream<String> read(long from) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            byte[] bytes = new byte[(int) Math.min(AT_MOST, log.length() - from)];
            log.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            position = from + end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().map(prefix::concat);
        }
    }
}
