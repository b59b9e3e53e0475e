package dev.gatehouse.chassis.http.etag;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtagsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 7, Integer.MAX_VALUE + 1L})
    void readsBackWhatItWrote(long version) {
        assertEquals(version, Etags.expected(Etags.of(version)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*"})
    void asksForAVersionWhereNoneIsNamed(String ifMatch) {
        assertEquals(ProblemType.PRECONDITION_REQUIRED, problem(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"07\"", "W/\"7\"", "\"7\", \"8\"", "\"-1\"", "\"x\"", "\"9999999999999999999999\""})
    void takesWhatNoRowEverHadAsStale(String ifMatch) {
        assertEquals(ProblemType.PRECONDITION_FAILED, problem(ifMatch));
    }

    @Test
    void tellsStaleFromPresent() {
        assertDoesNotThrow(() -> Etags.require(3, 3));
        assertEquals(
                ProblemType.PRECONDITION_FAILED,
                assertThrows(ProblemException.class, () -> Etags.require(3, 4)).type());
    }

    private static ProblemType problem(String ifMatch) {
        return assertThrows(ProblemException.class, () -> Etags.expected(ifMatch))
                .type();
    }
}
