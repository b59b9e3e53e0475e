package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private final JsonLines form = new JsonLines("audit-service");

    @Test
    void writesWhatCollectorsLookFor() {
        // Given
        ExtLogRecord entry = entry("Signed in sid=1");
        entry.setInstant(Instant.parse("2026-11-01T10:00:00.12Z"));
        entry.setMdc(Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));

        // When
        JsonObject line = new JsonObject(form.format(entry));

        // Then
        assertEquals("2026-11-01T10:00:00.120Z", line.getString("ts"));
        assertEquals("INFO", line.getString("level"));
        assertEquals("Signed in sid=1", line.getString("message"));
        assertEquals("audit-service", line.getString("service"));
        assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", line.getString("traceId"));
        assertFalse(line.containsKey("error"));
    }

    @ParameterizedTest // A22
    @ValueSource(
            strings = {
                "a\r\n{\"level\":\"INFO\"}",
                "\"},{\"message\":\"forged",
                "\u001b[31mred\u001b[0m",
                "left\u202etfel",
                "one\u2028two\u2029three",
                "nul\u0000",
                "lone\ud800surrogate"
            })
    void keepsEveryMessageOnOneHarmlessLine(String message) {
        // When
        String line = form.format(entry(message));

        // Then
        assertEquals(line.length() - 1, line.indexOf('\n'));
        assertTrue(line.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F)), line);
        assertEquals("INFO", new JsonObject(line).getString("level"));
    }

    @Test // A22
    void cutsWhatIsTooLong() {
        assertTrue(form.format(entry("x".repeat(1_000_000))).length() < 20_000);
    }

    @Test
    void writesAStackOnTheSameLineAndCutsIt() {
        // Given
        ExtLogRecord entry = entry("Request failed");
        entry.setThrown(new IllegalStateException("line\nbreak", deep(200)));

        // When
        String line = form.format(entry);

        // Then
        assertEquals(1, line.lines().count());
        assertTrue(new JsonObject(line).getString("error").contains("JsonLinesTest"));
        assertTrue(line.length() < 20_000);
    }

    private static RuntimeException deep(int depth) {
        return depth == 0 ? new RuntimeException("bottom") : deep(depth - 1);
    }

    private static ExtLogRecord entry(String message) {
        ExtLogRecord entry = new ExtLogRecord(Level.INFO, message, JsonLinesTest.class.getName());
        entry.setLoggerName("test");
        return entry;
    }
}
