package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the how-tos: writes their files into a copy of the project and runs their {@code sh} blocks there. */
class HowToIT {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));

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
}
