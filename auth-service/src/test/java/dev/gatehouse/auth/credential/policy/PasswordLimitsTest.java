package dev.gatehouse.auth.credential.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.security.secret.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PasswordLimitsTest {
    private static final String E_ACUTE_APART = "e\u0301";

    static Stream<Arguments> passwords() {
        return Stream.of(
                Arguments.of("x".repeat(15), List.of()),
                Arguments.of("x".repeat(128), List.of()),
                Arguments.of("x".repeat(129), List.of("too-long")),
                Arguments.of("x".repeat(10_000_000), List.of("too-long")),
                Arguments.of(" ".repeat(15), List.of()),
                Arguments.of("correct horse battery staple", List.of()),
                Arguments.of("\uD83D\uDC34".repeat(15), List.of()),
                Arguments.of("\uD83D\uDC34".repeat(128), List.of()),
                Arguments.of(E_ACUTE_APART.repeat(15), List.of()),
                Arguments.of(E_ACUTE_APART.repeat(128), List.of()),
                Arguments.of("x".repeat(20) + "\0", List.of("unfit-character")),
                Arguments.of("x".repeat(20) + "\uD83D", List.of("unfit-character")),
                Arguments.of("x".repeat(20) + "\uDC34", List.of("unfit-character")),
                Arguments.of("x".repeat(20) + "\u0378", List.of("unfit-character")),
                Arguments.of("\0", List.of("unfit-character")),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void countsCodePointsAfterNormalisationAndRefusesWhatCannotBeTypedAgain(String password, List<String> broken) {
        assertEquals(broken, codes(PasswordLimits.violations("password", Secret.of(password))));
    }

    @Test
    void aMissingPasswordIsOneViolation() {
        assertEquals(List.of("required"), codes(PasswordLimits.violations("password", null)));
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).toList();
    }
}
