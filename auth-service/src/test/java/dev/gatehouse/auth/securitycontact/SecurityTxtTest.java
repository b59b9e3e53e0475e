package dev.gatehouse.auth.securitycontact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTxtTest {
    private static final URI ORIGIN = URI.create("https://login.helpdesk.example");
    private static final Instant NOW = Instant.parse("2026-11-01T12:34:56.789Z");

    @Test
    void hasTheFieldsOfTheStandard() {
        // When
        String text = read(
                        List.of("mailto:security@helpdesk.example", "https://helpdesk.example/report"),
                        List.of("en", "de"),
                        Optional.of("https://helpdesk.example/policy"),
                        ORIGIN)
                .orElseThrow()
                .text(NOW);

        // Then
        assertEquals("""
                Contact: mailto:security@helpdesk.example
                Contact: https://helpdesk.example/report
                Expires: 2027-01-30T00:00:00Z
                Preferred-Languages: en, de
                Canonical: https://login.helpdesk.example/.well-known/security.txt
                Policy: https://helpdesk.example/policy
                """, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01T00:00:00Z",
                "2026-11-01T23:59:59.999Z",
                "2028-02-29T12:00:00Z",
                "2040-01-01T00:00:00Z"
            })
    void neverExpiresInThePastNorAfterAYearHoweverLongTheServiceRuns(Instant now) {
        // Given
        SecurityTxt served = read(List.of("tel:+49-30-123456"), List.of("en"), Optional.empty(), ORIGIN)
                .orElseThrow();

        // When
        Instant expires = Instant.parse(served.text(now)
                .lines()
                .filter(line -> line.startsWith("Expires: "))
                .findFirst()
                .orElseThrow()
                .substring("Expires: ".length()));

        // Then
        assertTrue(Duration.between(now, expires).toDays() >= 89, expires::toString);
        assertTrue(Duration.between(now, expires).toDays() < 365, expires::toString);
    }

    @Test
    void isNotThereWithoutAContact() {
        assertEquals(Optional.empty(), read(List.of(), List.of("en"), Optional.empty(), ORIGIN));
        assertEquals(Optional.empty(), read(List.of(" "), List.of("en"), Optional.empty(), ORIGIN));
    }

    @Test
    void namesNoCanonicalPlaceWithoutHttps() {
        String text = read(
                        List.of("mailto:security@helpdesk.example"),
                        List.of("en"),
                        Optional.empty(),
                        URI.create("http://localhost:8080"))
                .orElseThrow()
                .text(NOW);

        assertTrue(text.lines().noneMatch(line -> line.startsWith("Canonical")), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security@helpdesk.example",
                "mailto:",
                "mailto:security",
                "mailto:a@b@c.example",
                "http://helpdesk.example/report",
                "https:report",
                "tel:",
                "tel:call us",
                "ftp://helpdesk.example",
                "mailto:a@b.example\nContact: mailto:evil@evil.example",
                "nonsense"
            })
    void refusesAContactThatNobodyCouldUse(String contact) {
        var refused = assertThrows(
                RefusedSetting.class, () -> read(List.of(contact), List.of("en"), Optional.empty(), ORIGIN));

        assertTrue(
                String.valueOf(refused.getMessage()).contains("GATEHOUSE_AUTH_SECURITYCONTACT_CONTACTS"),
                refused::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"en_US!, https://helpdesk.example/policy, LANGUAGES", "en, http://helpdesk.example/policy, POLICY"})
    void refusesOtherNonsenseByTheNameOfItsSetting(String language, String policy, String setting) {
        var refused = assertThrows(
                RefusedSetting.class,
                () -> read(
                        List.of("mailto:security@helpdesk.example"), List.of(language), Optional.of(policy), ORIGIN));

        assertTrue(
                String.valueOf(refused.getMessage()).contains("GATEHOUSE_AUTH_SECURITYCONTACT_" + setting),
                refused::getMessage);
    }

    private static Optional<SecurityTxt> read(
            List<String> contacts, List<String> languages, Optional<String> policy, URI origin) {
        return SecurityTxt.read(new Configured(Optional.of(contacts), languages, policy), origin);
    }

    private record Configured(Optional<List<String>> contacts, List<String> languages, Optional<String> policy)
            implements SecurityContactConfig {}
}
