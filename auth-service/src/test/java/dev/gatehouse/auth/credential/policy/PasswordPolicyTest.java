package dev.gatehouse.auth.credential.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {
    private static final Instant SET = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0}, {1} characters of {2}, strength {3}, {4}: {5}")
    @CsvSource({
        "modern,  15, l,    3, -,        -",
        "modern,  14, luds, 4, -,        too-short",
        "modern,  15, l,    2, -,        too-weak",
        "modern,  20, l,    4, common,   common",
        "modern,  20, l,    4, personal, personal",
        "modern,   3, l,    0, common,   too-short common too-weak",
        "classic, 12, luds, 2, -,        -",
        "classic, 11, luds, 2, -,        too-short",
        "classic, 12, l,    2, -,        needs-uppercase needs-digit needs-symbol",
        "classic, 12, uds,  2, -,        needs-lowercase",
        "classic, 19, lud,  4, -,        needs-symbol",
        "classic, 20, l,    4, -,        -",
        "classic, 12, luds, 1, -,        too-weak"
    })
    void namesEveryRuleThatIsBroken(
            String preset, int length, String kinds, int strength, @Nullable String list, String broken) {
        // Given
        PasswordPolicy policy = preset.equals("modern") ? PasswordPolicy.MODERN : PasswordPolicy.CLASSIC;
        PasswordTraits traits = new PasswordTraits(
                length,
                kinds.contains("l"),
                kinds.contains("u"),
                kinds.contains("d"),
                kinds.contains("s"),
                strength,
                "common".equals(list),
                "personal".equals(list));

        // When
        List<String> codes = policy.violations("password", traits).stream()
                .map(Violation::code)
                .toList();

        // Then
        assertEquals(broken.equals("-") ? List.of() : Arrays.asList(broken.split(" ", -1)), codes);
    }

    @Test
    void tellsWhatATranslationNeeds() {
        // Given
        PasswordTraits traits = new PasswordTraits(7, true, false, false, false, 1, false, false);

        // When
        Violation first =
                PasswordPolicy.MODERN.violations("newPassword", traits).getFirst();

        // Then
        assertEquals("newPassword", first.field());
        assertEquals(Map.of("minLength", 15, "length", 7), first.parameters());
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "modern,  P3650D,        -",
        "classic, P89DT23H59M59S, -",
        "classic, P90D,          EXPIRED",
        "classic, P91D,          EXPIRED"
    })
    void knowsWhenAPasswordIsTooOld(String preset, Duration age, String expected) {
        // Given
        PasswordPolicy policy = preset.equals("modern") ? PasswordPolicy.MODERN : PasswordPolicy.CLASSIC;
        PasswordTraits good = new PasswordTraits(30, true, true, true, true, 4, false, false);

        // Then
        assertEquals(
                expected.equals("-") ? Optional.empty() : Optional.of(PasswordChangeReason.valueOf(expected)),
                policy.shortfall(good, SET, SET.plus(age)));
    }

    @Test
    void aPasswordThatMeetsItNoMoreFallsShort() {
        // Given
        PasswordTraits old = new PasswordTraits(12, true, true, true, true, 4, false, false);

        // Then
        assertEquals(Optional.of(PasswordChangeReason.POLICY), PasswordPolicy.MODERN.shortfall(old, SET, SET));
        assertEquals(Optional.empty(), PasswordPolicy.CLASSIC.shortfall(old, SET, SET));
    }
}
