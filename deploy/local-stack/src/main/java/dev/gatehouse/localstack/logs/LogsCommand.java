package dev.gatehouse.localstack.logs;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code logs}: the last lines of one part's log or of all, and what is added to them. */
@Command(name = "logs", description = "Show what the parts log.")
public final class LogsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "part",
            description = "auth, ip-trust, notification, audit, database, broker or stack; all when not given.")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is logged from now on.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "200",
            description = "How many lines to begin with.")
    private int lines;

    private final Terminal terminal;
    private final Path folder = Folders.detect().logs();

    /** Prints everything to {@code terminal}. */
    public LogsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<LogTail> tails =
                chosen().stream().map(file -> new LogTail(file, prefix(file))).toList();
        if (tails.isEmpty()) {
            terminal.complaint(part == null ? "There are no logs yet." : "There is no log of \"" + part + "\".");
            return 1;
        }
        for (LogTail tail : tails) {
            tail.last(part == null ? Math.min(lines, 20) : lines).forEach(terminal::line);
        }
        while (follow) {
            for (LogTail tail : tails) {
                tail.added().forEach(terminal::line);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return 0;
    }

    private List<Path> chosen() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        Optional<String> name = Optional.ofNullable(part)
                .map(text -> Member.named(text).map(Member::shortName).orElse(text));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file ->
                            name.isEmpty() || file.getFileName().toString().equals(name.get() + ".log"))
                    .sorted()
                    .toList();
        }
    }

    private String prefix(Path file) {
        return part == null ? file.getFileName().toString().replace(".log", "") + " | " : "";
    }
}
