package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.terminal.LibraryLog;
import dev.gatehouse.localstack.terminal.Terminal;
import dev.gatehouse.localstack.terminal.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code bench}: measures the packaged suite against its goals. A goal that is missed is no failure. */
@Command(name = "bench", description = "Measure the packaged suite, with data and ports of its own, against its goals.")
public final class BenchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "name",
            description = "cost, reaction, consume, guessing; all when none is named.")
    private List<String> names = List.of();

    @Option(names = "--json", paramLabel = "file", description = "Write figures, machine and settings there.")
    private @Nullable Path json;

    @Option(names = "--statements", description = "List the statements behind the costs; makes the run twice as long.")
    private boolean statements;

    @Option(names = "--events", paramLabel = "n", description = "How many events consume works off (1000000).")
    private int events = 1_000_000;

    private final Terminal terminal;

    /** Prints everything to {@code terminal}. */
    public BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        LibraryLog.warningsOnly();
        List<Benchmark> all = List.of(
                new CostBenchmark(statements, terminal),
                new ReactionBenchmark(),
                new ConsumeBenchmark(events),
                new GuessingBenchmark());
        Optional<String> unknown = names.stream()
                .filter(name -> all.stream().noneMatch(one -> one.name().equals(name)))
                .findFirst();
        if (unknown.isPresent()) {
            terminal.complaint("There is no benchmark \"" + unknown.get() + "\", but "
                    + all.stream().map(Benchmark::name).collect(Collectors.joining(", ")) + ".");
            return 2;
        }
        measure(all.stream()
                .filter(one -> names.isEmpty() || names.contains(one.name()))
                .toList());
        return 0;
    }

    private void measure(List<Benchmark> chosen) throws IOException, SQLException {
        Folders folders = Folders.detect();
        Optional<BenchReport> report = Optional.empty();
        for (Benchmark benchmark : chosen) {
            terminal.signed(Tone.BUSY, benchmark.name() + ": the suite starts on empty data, then it is measured");
            try (BenchSuite suite = BenchSuite.start(folders)) {
                if (report.isEmpty()) {
                    report = Optional.of(BenchReport.begin(folders, suite.settings(), Instant.now()));
                }
                List<Figure> figures = benchmark.run(suite);
                FigureTable.print(benchmark.name(), figures, terminal);
                report.get().add(benchmark.name(), figures);
            }
        }
        Path file = json;
        if (file != null && report.isPresent()) {
            Files.writeString(file, report.get().encode());
            terminal.line("");
            terminal.line("    Written to " + file.toAbsolutePath());
        }
    }
}
