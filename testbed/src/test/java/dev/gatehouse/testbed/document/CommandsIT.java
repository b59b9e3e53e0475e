package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the {@code sh} blocks of the documents: those of the README against the running suite, how-tos in a copy. */
@ExtendWith(RunningSuite.class)
class CommandsIT {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));
    /** The suite of the tests was started by the first, and this test runs within the second. */
    private static final Set<String> RUN_ALREADY = Set.of("./gatehouse up", "./gatehouse test");

    private final Suite suite;

    CommandsIT(Suite suite) {
        this.suite = suite;
    }

    static Stream<Path> howTos() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/howto"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void ofTheReadmeWork() throws IOException {
        List<String> commands = shell(Markdown.read(ROOT.resolve("README.md"))).toList();

        assertEquals(
                Set.of(),
                RUN_ALREADY.stream()
                        .filter(command -> !commands.contains(command))
                        .collect(Collectors.toSet()));
        commands.stream().filter(command -> !RUN_ALREADY.contains(command)).forEach(command -> Shell.in(ROOT)
                .with(suite.stack().environment())
                .run(onThisSuite(command)));
    }

    @ParameterizedTest
    @MethodSource("howTos")
    void ofAHowToWorkInACleanCopy(Path howTo, @TempDir Path folder) throws IOException {
        Path copy = ProjectCopy.in(folder);
        Markdown document = Markdown.read(howTo);

        for (Markdown.Block block : document.blocks()) {
            if (!block.file().isEmpty()) {
                Path file = copy.resolve(block.file());
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text());
            }
            if (block.language().equals("sh")) {
                Shell.in(copy).with(Map.of()).run(block.text());
            }
        }

        assertFalse(shell(document).toList().isEmpty(), "a how-to ends in commands that prove it");
    }

    private static Stream<String> shell(Markdown document) {
        return document.blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .map(block -> block.text().strip());
    }

    private String onThisSuite(String command) {
        return command.replace("http://localhost:8080", suite.origin().toString())
                .replace(".gatehouse/data", suite.stack().data().toString());
    }
}
