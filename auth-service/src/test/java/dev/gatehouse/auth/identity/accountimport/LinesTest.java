package dev.gatehouse.auth.identity.accountimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.identity.accountimport.Lines.Line;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    /** However the bytes come. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void cutsWhereLinesEnd(int chunk) {
        assertEquals(List.of("1 {a}", "2 {ä}\r", "5 {c}"), texts("{a}\n{ä}\r\n\n \t\r\n{c}", chunk));
    }

    @Test
    void aLastLineNeedsNoEnd() {
        assertEquals(List.of("1 {a}"), texts("{a}", 10));
        assertEquals(List.of("1 {a}"), texts("{a}\n", 10));
        assertEquals(List.of(), texts("", 10));
        assertEquals(List.of(), texts("\n\n", 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 16 * 1024, 100_000})
    void leavesOutALineThatIsTooLongAndGoesOn(int chunk) {
        String longest = "x".repeat(Lines.LONGEST);
        assertEquals(
                List.of("1 too long", "2 " + longest, "3 {c}", "4 too long"),
                texts(longest + "x\n" + longest + "\n{c}\n" + longest.repeat(3), chunk));
    }

    @Test
    void keepsNothingOfALineWithoutEnd() {
        Lines lines = new Lines();
        Buffer chunk = Buffer.buffer("x".repeat(1000));
        for (int i = 0; i < 10_000; i++) {
            assertTrue(lines.feed(chunk).isEmpty());
        }
        assertNull(lines.rest().orElseThrow().json());
    }

    /** Work that grows with the square of a line would take minutes. */
    @Test
    void aLineThatComesByteByByteCostsNoMoreThanItsLength() {
        Buffer one = Buffer.buffer("[");

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Lines lines = new Lines();
            for (int i = 0; i < 1_000_000; i++) {
                assertTrue(lines.feed(i % Lines.LONGEST == 0 ? Buffer.buffer("\n") : one)
                                .size()
                        <= 1);
            }
        });
    }

    private static List<String> texts(String body, int chunk) {
        Lines lines = new Lines();
        List<Line> found = new ArrayList<>();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int start = 0; start < bytes.length; start += chunk) {
            Buffer next = Buffer.buffer(bytes).getBuffer(start, Math.min(bytes.length, start + chunk));
            found.addAll(lines.feed(next));
        }
        lines.rest().ifPresent(found::add);
        return found.stream().map(LinesTest::text).toList();
    }

    private static String text(Line line) {
        Buffer json = line.json();
        return line.number() + " " + (json == null ? "too long" : json.toString(StandardCharsets.UTF_8));
    }
}
