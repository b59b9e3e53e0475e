package dev.gatehouse.chassis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.hostile.LinearTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proof that the search for work that is not linear bites: the faults are planted here. */
class LinearTimeCheckTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    @ParameterizedTest
    @ValueSource(strings = {"[^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*", "(a|aa)+b", "(?:/[a-z]|%[0-9a-f]{2}|[.:])*", "(a+)+$"})
    void aPatternThatGoesBackIsFound(String planted) {
        assertTrue(LinearTime.fault(Pattern.compile(planted), SHORT).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]+", "(?:[a-z]+\\.)*+[a-z]+", "\"(0|[1-9][0-9]{0,17})\"", "[^\\[\\]:]*"})
    void aPatternThatDoesNotPasses(String pattern) {
        assertEquals(Optional.empty(), LinearTime.fault(Pattern.compile(pattern), LinearTime.LIMIT));
    }

    @Test
    void aParserThatRecursesForEachCharacterIsFound() {
        Consumer<String> parser = text -> assertTrue(recurse(text, 0) >= 0);

        assertTrue(LinearTime.fault(parser, SHORT).isPresent());
    }

    @Test
    void aParserWithCubicWorkIsFound() {
        Consumer<String> parser = text -> assertTrue(cubic(text) >= 0);

        assertTrue(LinearTime.fault(parser, SHORT).isPresent());
    }

    private static int recurse(String text, int from) {
        return from == text.length() ? 0 : 1 + recurse(text, from + 1);
    }

    private static long cubic(String text) {
        long same = 0;
        for (int i = 0; i < text.length(); i++) {
            for (int j = 0; j < text.length(); j++) {
                for (int k = 0; k < text.length(); k++) {
                    same += text.charAt(i) == text.charAt(j) && text.charAt(j) == text.charAt(k) ? 1 : 0;
                }
            }
        }
        return same;
    }
}
