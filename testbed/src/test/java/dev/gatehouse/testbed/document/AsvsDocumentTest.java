package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is claimed of ASVS 5.0: every requirement that applies, once, and nothing without something to look at. */
class AsvsDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (V[0-9.]+) \\| ([^|]+) \\| (.*) \\|$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    private static final Pattern PROOF = Pattern.compile(".*/src/test/java/.*(?:Test|IT|Rules)\\.java");
    private static final Set<String> DOCUMENTS_ASKED_FOR = Set.of("V2.1.3", "V3.1.1", "V6.1.3", "V15.1.1");

    private static final Path DOCUMENT =
            Path.of(System.getProperty("gatehouse.root")).resolve("docs").resolve("asvs.md");

    private List<Row> rows = List.of();

    @BeforeEach
    void read() throws IOException {
        Matcher row = ROW.matcher(Files.readString(DOCUMENT));
        rows = row.results()
                .map(found -> new Row(found.group(1), found.group(2).strip(), found.group(3)))
                .toList();
    }

    @Test
    void namesEveryRequirementThatAppliesOnce() throws IOException {
        try (InputStream ids = getClass().getResourceAsStream("/asvs-5.0-ids.txt")) {
            assertNotNull(ids);
            assertEquals(
                    new String(ids.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    rows.stream().map(Row::id).toList());
        }
    }

    @Test
    void saysNotYetUnlessThereIsAProof() {
        rows.forEach(row -> {
            if (row.isOpen()) {
                assertTrue(row.evidence.contains("Not yet: "), row::toString);
            } else {
                assertTrue(row.isOutside() || LINK.matcher(row.evidence).find(), () -> "nothing to look at in " + row);
            }
        });
    }

    @Test
    void linksToWhatExists() {
        assertEquals(
                List.of(),
                rows.stream()
                        .flatMap(Row::links)
                        .distinct()
                        .filter(link -> !Files.exists(DOCUMENT.resolveSibling(link)))
                        .toList());
    }

    /** Code that does it is no proof: a test shows it, or the document that was asked for. */
    @Test
    void claimsNothingWithoutATest() {
        assertEquals(
                List.of(),
                rows.stream()
                        .filter(row -> row.state.equals("yes") && !DOCUMENTS_ASKED_FOR.contains(row.id))
                        .filter(row -> row.links()
                                .noneMatch(link -> PROOF.matcher(link).matches()))
                        .toList());
    }

    /** The sums at the top are those of the table. */
    @Test
    void countsWhatItLists() throws IOException {
        String text = Files.readString(DOCUMENT);
        for (String state : List.of("yes", "partly", "not yet", "not applicable")) {
            long count = rows.stream().filter(row -> row.state.equals(state)).count();
            assertTrue(text.contains("| " + state + " | " + count + " |"), () -> count + " rows are " + state);
        }
    }

    private record Row(String id, String state, String evidence) {
        boolean isOpen() {
            return state.equals("not yet") || state.equals("partly");
        }

        boolean isOutside() {
            return state.equals("not applicable");
        }

        Stream<String> links() {
            return LINK.matcher(evidence).results().map(link -> link.group(1));
        }
    }
}
