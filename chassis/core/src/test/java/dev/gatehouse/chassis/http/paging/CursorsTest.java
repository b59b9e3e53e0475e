package dev.gatehouse.chassis.http.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private final Cursors cursors = new Cursors(key(1));
    private final Pages pages = new Pages(cursors);

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-01T10:00:00.000Z", "ä\u0000|,"})
    void opensWhatItSignedForTheSameList(String part) {
        // When
        String cursor = cursors.sign("events", part, "second");

        // Then
        assertEquals(Optional.of(List.of(part, "second")), cursors.open("events", cursor));
        assertEquals(Optional.empty(), cursors.open("accounts", cursor));
    }

    @Test
    void opensNothingThatWasAlteredOrMadeElsewhere() {
        // Given
        String cursor = cursors.sign("events", "a", "b");

        // Then
        IntStream.range(0, cursor.length())
                .forEach(i -> assertEquals(Optional.empty(), cursors.open("events", flip(cursor, i))));
        assertEquals(Optional.empty(), new Cursors(key(2)).open("events", cursor));
        assertNotEquals(cursors.sign("events", "ab", ""), cursors.sign("events", "a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!!", "AAAAAAAAAAAAAAAAAAAAAA", "../../etc"})
    void takesNonsenseForNonsense(String cursor) {
        assertEquals(Optional.empty(), cursors.open("events", cursor));
        PageRequest request = new PageRequest(null, cursor);
        assertEquals(
                ProblemType.MALFORMED_REQUEST,
                assertThrows(ProblemException.class, () -> pages.after("events", request))
                        .type());
    }

    @Test
    void cutsThePageAndPointsBehindItsLastRow() {
        // Given
        PageRequest request = new PageRequest("2", null);

        // When
        Page<Integer> page = pages.of("numbers", request, List.of(1, 2, 3), row -> List.of(row.toString()));

        // Then
        assertEquals(List.of(1, 2), page.items());
        assertEquals(Optional.of(List.of("2")), pages.after("numbers", new PageRequest("2", page.nextCursor())));
        assertNull(pages.of("numbers", request, List.of(3), row -> List.of(row.toString()))
                .nextCursor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "2147483647", "99999999999"})
    void refusesLimitsOutOfRange(String limit) {
        assertEquals(ProblemType.VALIDATION_FAILED, problem(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "1.5"})
    void refusesLimitsThatAreNoNumber(String limit) {
        assertEquals(ProblemType.MALFORMED_REQUEST, problem(limit));
    }

    private static ProblemType problem(String limit) {
        return assertThrows(ProblemException.class, () -> new PageRequest(limit, null))
                .type();
    }

    private static SecretKey key(int seed) {
        return new SecretKeySpec(new byte[] {(byte) seed}, "HmacSHA256");
    }

    private static String flip(String cursor, int i) {
        char c = cursor.charAt(i) == 'A' ? 'B' : 'A';
        return cursor.substring(0, i) + c + cursor.substring(i + 1);
    }
}
