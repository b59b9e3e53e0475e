package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * T01: a page promised what no service did. Every sentence of a page, of a mail, of the README, and of the OpenAPI
 * document stands in {@code promises.tsv} with the test that shows that it happens, or as one that promises nothing; a
 * new sentence fails until somebody has decided.
 */
class PromisesTest {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));
    private static final String BUNDLE = "_en.properties";
    private static final String README = "README: ";
    private static final String OPEN_API = "OpenAPI: ";
    private static final List<String> OTHERS = List.of(README, OPEN_API);
    private static final String ADVICE = "-";

    @Test
    void t01EverySentenceOfAPageOrMailIsDecided() throws IOException {
        assertDecided("", ofBundles());
    }

    @Test
    void t01EverySentenceOfTheReadmeIsDecided() throws IOException {
        assertDecided(README, Promises.of(Markdown.read(ROOT.resolve("README.md"))));
    }

    @Test
    void t01EverySentenceOfTheInterfaceIsDecided() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(ROOT.resolve("docs/openapi.json").toFile());

        assertDecided(OPEN_API, Promises.of(document));
    }

    @Test
    void t01EveryPromiseHasItsTest() throws IOException {
        Map<String, String> sources = testSources();
        List<String> missing = new ArrayList<>();
        table().forEach((sentence, test) -> {
            if (!test.equals(ADVICE) && !isIn(sources, test)) {
                missing.add(sentence + " → " + test);
            }
        });

        assertEquals(List.of(), missing, "These rows of promises.tsv name a test that does not exist");
    }

    private static void assertDecided(String source, Set<String> sentences) throws IOException {
        Set<String> decided = new TreeSet<>();
        table().keySet().stream()
                .filter(row -> source.isEmpty() ? OTHERS.stream().noneMatch(row::startsWith) : row.startsWith(source))
                .forEach(row -> decided.add(row.substring(source.length())));

        assertEquals(
                "",
                without(sentences, decided),
                () -> "What is published must hold. Add a row for each of these sentences to"
                        + " testbed/src/test/resources/promises.tsv: \"" + source + "\" and the sentence, a tab, and"
                        + " Class#method of the test that keeps it, or - where it only advises");
        assertEquals(
                "",
                without(decided, sentences),
                () -> "Nothing says these sentences any more: take their rows, which begin with \"" + source
                        + "\", out of testbed/src/test/resources/promises.tsv");
    }

    /** One line for each. */
    private static String without(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).sorted().collect(Collectors.joining("\n"));
    }

    private static boolean isIn(Map<String, String> sources, String test) {
        String[] parts = test.split("#", 2);
        return sources.getOrDefault(parts[0], "").contains("void " + parts[1] + "(");
    }

    private static Map<String, String> table() throws IOException {
        try (InputStream table = PromisesTest.class.getResourceAsStream("/promises.tsv")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> rows = new TreeMap<>();
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(row -> rows.put(row[0], row[1]));
            return rows;
        }
    }

    /** All texts that are sentences, and not labels or headings, with their keys: other words are another promise. */
    private static Set<String> ofBundles() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path bundle : files(name -> name.endsWith(BUNDLE))) {
            Properties texts = new Properties();
            texts.load(Files.newBufferedReader(bundle));
            String name = bundle.getFileName().toString().replace(BUNDLE, "");
            texts.stringPropertyNames().stream()
                    .filter(key -> texts.getProperty(key).matches("(?s).*\\.( .*)?"))
                    .forEach(key -> found.add(name + "." + key + ": "
                            + texts.getProperty(key).replaceAll("\\s+", " ").strip()));
        }
        return found;
    }

    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : files(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))) {
            sources.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
        }
        return sources;
    }

    private static List<Path> files(java.util.function.Predicate<String> wanted) throws IOException {
        try (Stream<Path> found = Files.walk(ROOT)) {
            return found.filter(file -> wanted.test(file.getFileName().toString()))
                    .filter(file -> file.toString().contains("/src/"))
                    .toList();
        }
    }
}
