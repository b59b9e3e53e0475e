package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));

    @Test
    void leadToFilesThatExist() throws IOException {
        List<String> broken = documents()
                .flatMap(document -> document.relativeLinks().stream()
                        .filter(target -> !Files.exists(
                                document.file().resolveSibling(target).normalize()))
                        .map(target -> ROOT.relativize(document.file()) + " -> " + target))
                .toList();

        assertTrue(documents().count() > 10, "documents were found");
        assertEquals(List.of(), broken);
    }

    private static Stream<Markdown> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(LinksTest::read)
                    .toList()
                    .stream();
        }
    }

    private static Markdown read(Path file) {
        try {
            return Markdown.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
