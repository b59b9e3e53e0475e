package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs the {@code sh} blocks of the README against the running suite; the demo turns IP trust on if it is off. */
@Isolated
@ExtendWith(RunningSuite.class)
class ReadmeCommandsIT {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));
    /** The suite of the tests was started by the first, and this test runs within the second. */
    private static final Set<String> RUN_ALREADY = Set.of("./gatehouse up", "./gatehouse test");

    private final Suite suite;

    ReadmeCommandsIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void workAsWritten() throws IOException {
        List<String> commands = Markdown.read(ROOT.resolve("README.md")).shell();

        assertEquals(
                Set.of(),
                RUN_ALREADY.stream()
                        .filter(command -> !commands.contains(command))
                        .collect(Collectors.toSet()));
        commands.stream().filter(command -> !RUN_ALREADY.contains(command)).forEach(command -> Shell.in(ROOT)
                .with(suite.stack().environment())
                .run(onThisSuite(command)));
    }

    private String onThisSuite(String command) {
        return command.replace("http://localhost:8080", suite.origin().toString())
                .replace(".gatehouse/data", suite.stack().data().toString());
    }
}
