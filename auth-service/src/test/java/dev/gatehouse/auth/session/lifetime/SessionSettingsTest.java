package dev.gatehouse.auth.session.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.session.lifetime.SessionSettings.RememberMe;
import dev.gatehouse.auth.session.lifetime.SessionSettings.Span;
import dev.gatehouse.contracts.event.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionSettingsTest {
    private static final Instant BEGAN = Instant.parse("2026-11-01T08:00:00Z");

    /** A session that began at eight: when it ends, by when it was used last. */
    @ParameterizedTest
    @CsvSource({
        "false, false, PT0S, PT1H, PT12H, false",
        "false, false, PT5H, PT6H, PT12H, false",
        "false, false, PT11H, PT12H, PT12H, false",
        "false, false, PT11H30M, PT12H, PT12H, false",
        "false, true, PT5H, PT6H, PT12H, false",
        "true, false, PT5H, PT6H, PT12H, false",
        "true, true, PT0S, P30D, P30D, true",
        "true, true, P20D, P30D, P30D, true"
    })
    void endsByTheFirstOfItsClocks(
            boolean asked, boolean allowed, Duration used, Duration idle, Duration end, boolean remembered) {
        // Given
        SessionSettings settings = settings(Duration.ofHours(1), allowed, Duration.ofMinutes(2));

        // When
        Span span = settings.span(asked, BEGAN, BEGAN.plus(used));

        // Then
        assertEquals(new Span(BEGAN.plus(idle), BEGAN.plus(end), remembered), span);
    }

    @ParameterizedTest
    @CsvSource({"PT2M, PT58M", "PT0S, PT1H", "PT59M59S, PT1S", "PT2H, PT0S"})
    void warnsBeforeTheEndAndNotBeforeTheLastUse(Duration before, Duration after) {
        // Given
        SessionSettings settings = settings(Duration.ofHours(1), false, before);

        // Then
        assertEquals(BEGAN.plus(after), settings.warnAt(BEGAN.plus(Duration.ofHours(1)), BEGAN));
    }

    @ParameterizedTest
    @CsvSource({"PT720H, P30D", "PT24H, PT24H", "PT49H, PT49H", "PT1H, PT1H"})
    void writesWholeDaysAsDays(Duration duration, String text) {
        assertEquals(text, SessionSettings.text(duration));
    }

    @Test
    void namesWhatChanged() {
        // Given
        SessionSettings before = settings(Duration.ofHours(1), false, Duration.ofMinutes(2));
        SessionSettings after = settings(Duration.ofMinutes(15), true, Duration.ofMinutes(2));

        // Then
        assertEquals(
                List.of(new Change("idleTimeout", "PT1H", "PT15M"), new Change("rememberMe.allowed", "false", "true")),
                before.changesTo(after));
        assertEquals(List.of(), after.changesTo(after));
    }

    private static SessionSettings settings(Duration idle, boolean remember, Duration warnBefore) {
        return new SessionSettings(
                idle, Duration.ofHours(12), new RememberMe(remember, Duration.ofDays(30)), false, true, 10, warnBefore);
    }
}
