package dev.gatehouse.localstack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartFailureTest {
    @TempDir
    private Path folder;

    @Test
    void showsLastTwelveLines() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int line = 1; line <= 20; line++) {
            lines.append("line ").append(line).append('\n');
        }

        String message = message(lines.toString());

        assertTrue(message.startsWith("auth ended while starting; the end of its log:\nline 9\n"), message);
        assertTrue(message.endsWith("\nline 20"), message);
    }

    @Test
    void readsTheLogAsUtf8() throws IOException {
        assertTrue(message("Zugriff für „agent“ verweigert 🔒\n").endsWith("\nZugriff für „agent“ verweigert 🔒"));
    }

    /** Whatever its length, the cut at the beginning of a long line falls between two characters. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void cutsLongLogsBetweenCharacters(int shift) throws IOException {
        String message = message("x".repeat(shift) + "🔒".repeat(10_000));

        assertEquals(-1, message.indexOf('\ufffd'));
        assertTrue(message.endsWith("🔒"));
    }

    @Test
    void saysWhereTheLogShouldBe() {
        Path missing = folder.resolve("missing.log");

        String message =
                String.valueOf(StartFailure.of("auth", "ended", missing).getMessage());

        assertTrue(message.endsWith("(no log at " + missing + ")"), message);
    }

    private String message(String log) throws IOException {
        Path file = Files.writeString(folder.resolve("auth.log"), log);
        return String.valueOf(
                StartFailure.of("auth", "ended while starting", file).getMessage());
    }
}
