package dev.gatehouse.chassis.http.etag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 7, Integer.MAX_VALUE + 1L})
    void readsBackWhatWasWritten(long version) {
        assertTrue(IfMatch.read(Etags.of(version)).matches(version));
        assertFalse(IfMatch.read(Etags.of(version)).matches(version + 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*"})
    void asksForAVersionWhereNoneIsNamed(@Nullable String header) {
        assertEquals(ProblemType.PRECONDITION_REQUIRED, refusal(header).type());
    }

    /** T11: the header is a list, and one of its tags must fit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7\"",
                "\"999\", \"7\"",
                "\"7\",\"999\"",
                " \"1\" ,, \"7\" ,",
                "W/\"3\", \"7\"",
                "\"7-gzip\", \"7\"",
                "\"a,b\", \"7\""
            })
    void t11TakesAListOfTags(String header) {
        assertTrue(IfMatch.read(header).matches(7));
        assertFalse(IfMatch.read(header).matches(8));
    }

    /** T11: reading it again would not help, so the answer does not ask for that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W/\"7\" | weak",
                "W/\"7\", W/\"8\" | weak",
                "\"7-gzip\" | none of these",
                "\"07\" | none of these",
                "\"-1\" | none of these",
                "\"\" | none of these",
                "\"9999999999999999999999\" | none of these"
            })
    void t11SaysWhatIsTheMatterWithWeakAndForeignTags(String header, String reason) {
        ProblemException refusal = refusal(header);

        assertEquals(ProblemType.PRECONDITION_FAILED, refusal.type());
        assertThat(refusal.detail().toLowerCase(java.util.Locale.ROOT), containsString(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "7\"", "\"7\" \"8\"", "w/\"7\"", "W/7", "\"7\", *", "'7'"})
    void refusesWhatIsNoListOfTags(String header) {
        assertEquals(ProblemType.MALFORMED_REQUEST, refusal(header).type());
    }

    @Test
    void refusesEndlessLists() {
        assertEquals(
                ProblemType.MALFORMED_REQUEST, refusal("\"7\",".repeat(2_000)).type());
    }

    private static ProblemException refusal(@Nullable String header) {
        return assertThrows(ProblemException.class, () -> IfMatch.read(header));
    }
}
