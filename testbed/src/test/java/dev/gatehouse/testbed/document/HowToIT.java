package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the how-tos: writes their files into a copy of the project and runs their {@code sh} blocks there. What
 * builds something waits until a command changes the sources, and runs once for all, because each build costs a minute.
 */
class HowToIT {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));

    private static final Pattern BUILD = Pattern.compile("\\./gatehouse (?:format|test) ?.*");
    private static final String FORMAT = "./gatehouse format";

    private final Set<String> builds = new LinkedHashSet<>();
    /** Where the how-tos have put files: nothing else needs the formatter. */
    private final Set<String> modules = new LinkedHashSet<>();

    /** In the order of their names, in one copy: later ones continue earlier ones. */
    @Test
    void workAsWritten(@TempDir Path folder) throws IOException {
        Path copy = ProjectCopy.in(folder);
        for (Path howTo : howTos()) {
            Markdown document = Markdown.read(howTo);
            assertFalse(document.shell().isEmpty(), howTo + " ends in commands that prove it");
            for (Markdown.Block block : document.blocks()) {
                follow(block, copy);
            }
        }
        build(copy);
    }

    private void build(Path copy) {
        builds.stream()
                .map(command -> command.equals(FORMAT) ? FORMAT + " -pl " + String.join(",", modules) : command)
                .forEach(Shell.in(copy)::run);
        builds.clear();
    }

    private void follow(Markdown.Block block, Path copy) throws IOException {
        if (!block.file().isEmpty()) {
            Path file = copy.resolve(block.file());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, block.text());
            modules.add(block.file().replaceFirst("/src/.*", ""));
        } else if (block.language().equals("sh")) {
            List<String> lines = block.text().lines().toList();
            lines.stream().filter(line -> BUILD.matcher(line).matches()).forEach(builds::add);
            String rest = lines.stream()
                    .filter(line -> !BUILD.matcher(line).matches())
                    .collect(Collectors.joining("\n"));
            if (rest.contains("./gatehouse")) {
                build(copy);
            }
            if (!rest.isBlank()) {
                Shell.in(copy).run(rest);
            }
        }
    }

    private static List<Path> howTos() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/howto"))) {
            return files.sorted().toList();
        }
    }
}
