package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The four flows of the architecture document are as long as it says, and no longer than their goals. */
class WalksTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("gatehouse.root"), "docs/architecture.md");
    private static final Pattern WALK = Pattern.compile(
            "(?ms)^### [^\\n]+\\n\\n(\\d+) files in (\\d+) packages \\(goal: at most (\\d+) files.*?(?=^##|\\z)");
    private static final Pattern NOT_COUNTED = Pattern.compile("\\(Not counted:[^\\n]*?\\.\\)");
    private static final Pattern FILE = Pattern.compile("]\\(\\.\\./([^)]+)/[^/)]+\\.java\\)");

    @Test
    void areAsLongAsTheySay() throws IOException {
        List<MatchResult> walks =
                WALK.matcher(Files.readString(DOCUMENT)).results().toList();

        assertEquals(4, walks.size());
        for (MatchResult walk : walks) {
            String text = NOT_COUNTED.matcher(walk.group()).replaceAll("");
            String title = text.lines().findFirst().orElseThrow();
            Set<String> files =
                    FILE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
            Set<String> packages =
                    FILE.matcher(text).results().map(file -> file.group(1)).collect(Collectors.toSet());
            assertEquals(walk.group(1), Integer.toString(files.size()), title);
            assertEquals(walk.group(2), Integer.toString(packages.size()), title);
            assertTrue(files.size() <= Integer.parseInt(walk.group(3)), title);
        }
    }
}
