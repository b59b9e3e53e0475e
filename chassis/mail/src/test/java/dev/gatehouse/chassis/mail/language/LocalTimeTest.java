package dev.gatehouse.chassis.mail.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T28: one style of date and time in all mails and pages. */
class LocalTimeTest {
    private static final Instant TIME = Instant.parse("2026-11-22T09:31:05.123Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Europe/Berlin    | 22 November 2026, 10:31:05 (Europe/Berlin, GMT+1)
            en | America/St_Johns | 22 November 2026, 06:01:05 (America/St_Johns, GMT-3:30)
            en | UTC              | 22 November 2026, 09:31:05 (UTC)
            en | Mars/Olympus     | 22 November 2026, 09:31:05 (UTC)
            de | Europe/Kyiv      | 22. November 2026, 11:31:05 (Europe/Kyiv, GMT+2)
            id | Asia/Jakarta     | 22 November 2026, 16.31.05 (Asia/Jakarta, GMT+7)
            """)
    void t28NamesTheZone(String language, String zone, String expected) {
        assertEquals(expected, LocalTime.of(TIME, Locale.of(language), LocalTime.zone(zone)));
    }

    @Test
    void hasAFormatForEverySupportedLanguage() {
        Languages.SUPPORTED.forEach(language ->
                assertFalse(LocalTime.of(TIME, language, ZoneOffset.UTC).isBlank()));
    }
}
