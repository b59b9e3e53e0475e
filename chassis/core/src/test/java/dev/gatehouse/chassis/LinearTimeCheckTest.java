package dev.gatehouse.chassis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.hostile.LinearTime;
import dev.gatehouse.chassis.testkit.hostile.LinearTimeOfModule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
    @ValueSource(
            strings = {
                "[^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*",
                "(a|aa)+b",
                "(?:/[a-z]|%[0-9a-f]{2}|[.:])*",
                "(a+)+$",
                "[a-z]*[a-z]*!"
            })
    void aPatternThatGoesBackIsFound(String planted) {
        assertTrue(LinearTime.fault(Pattern.compile(planted)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]+", "(?:[a-z]+\\.)*+[a-z]+", "\"(0|[1-9][0-9]{0,17})\"", "[^\\[\\]:]*"})
    void aPatternThatDoesNotPasses(String pattern) {
        assertEquals(Optional.empty(), LinearTime.fault(Pattern.compile(pattern)));
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

    /** What reads text is found by its parameters, however it is called. */
    @Test
    void everyParserOfATypeIsFound() {
        List<String> found = LinearTimeOfModule.parsers(Planted.class).stream()
                .map(parser -> parser.getName().replaceAll(".*[.$]", "") + Arrays.toString(parser.getParameterTypes()))
                .sorted()
                .toList();

        assertEquals(
                List.of(
                        "Planted[class java.lang.String]",
                        "ofBytes[class [B]",
                        "ofList[interface java.util.List]",
                        "ofTwo[class java.lang.String, class java.lang.String]"),
                found);
    }

    record Planted(String text) {
        static Planted ofBytes(byte[] text) {
            return new Planted(new String(text, StandardCharsets.UTF_8));
        }

        static Planted ofList(List<String> texts) {
            return new Planted(String.join("", texts));
        }

        static Planted ofTwo(String one, String other) {
            return new Planted(one + other);
        }

        static Planted ofNumber(String text, int number) {
            return new Planted(text + number);
        }

        static Planted ofNumbers(List<Integer> numbers) {
            return new Planted(numbers.toString());
        }
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
