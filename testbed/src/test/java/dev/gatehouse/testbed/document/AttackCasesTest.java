package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The attack cases of {@code docs/threat-model.md} and the tests whose names begin with their numbers. */
class AttackCasesTest {
    private static final Path DOCUMENTS =
            Path.of(System.getProperty("gatehouse.root")).resolve("docs");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (A\\d\\d) \\|");
    private static final Pattern METHOD = Pattern.compile("(?m)^    (?:public )?void (a\\d\\d)[A-Z]\\w*\\(");
    private static final Pattern CLASS = Pattern.compile(".*/src/test/java/.*(?:Test|IT)\\.java");

    @Test
    void haveATestEach() throws IOException {
        Set<String> listed = numbers(ROW, Files.readString(DOCUMENTS.resolve("threat-model.md")));
        Set<String> tested = new TreeSet<>();
        for (Path source : sources()) {
            tested.addAll(numbers(METHOD, Files.readString(source)));
        }

        assertTrue(listed.size() >= 20, listed::toString);
        assertEquals(listed, tested);
    }

    private static Set<String> numbers(Pattern pattern, String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            numbers.add(found.group(1).toUpperCase(Locale.ROOT));
        }
        return numbers;
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of(System.getProperty("gatehouse.root"));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> CLASS.matcher(file.toString()).matches())
                    .toList();
        }
    }
}
