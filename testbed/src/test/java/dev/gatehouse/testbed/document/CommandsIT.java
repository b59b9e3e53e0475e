package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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

    /** In the order of their names, in one copy: later ones continue earlier ones. */
    @Test
    void ofTheHowTosWorkInACopyOfTheProject(@TempDir Path folder) throws IOException {
        Path copy = ProjectCopy.in(folder);
        for (Path howTo : howTos()) {
            Markdown document = Markdown.read(howTo);
            assertFalse(shell(document).toList().isEmpty(), howTo + " ends in commands that prove it");
            for (Markdown.Block block : document.blocks()) {
                follow(block, copy);
            }
        }
    }

    private static void follow(Markdown.Block block, Path copy) throws IOException {
        if (!block.file().isEmpty()) {
            Path file = copy.resolve(block.file());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, block.text());
        } else if (block.language().equals("sh")) {
            Shell.in(copy).run(block.text());
        }
    }

    private static List<Path> howTos() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/howto"))) {
            return files.sorted().toList();
        }
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
