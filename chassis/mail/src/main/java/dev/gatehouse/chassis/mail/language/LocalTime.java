package dev.gatehouse.chassis.mail.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Date and time as people read them, in all mails and pages: to the second, in the reader's language and zone, and with
 * the zone named, such as {@code 22 November 2026, 10:31:05 (Europe/Berlin, GMT+1)}.
 */
public final class LocalTime {
    private static final Map<String, String> FORMATS = Map.of(
            "en", "d MMMM uuuu, HH:mm:ss",
            "de", "d. MMMM uuuu, HH:mm:ss",
            "id", "d MMMM uuuu, HH.mm.ss");

    private LocalTime() {}

    /** The time for a reader of this supported language in this zone. */
    public static String of(Instant time, Locale language, ZoneId zone) {
        String format = FORMATS.get(language.getLanguage());
        if (format == null) {
            throw new IllegalArgumentException("No text is written in " + language);
        }
        String suffix = zone.normalized().equals(ZoneOffset.UTC) ? " '(UTC)'" : " '('VV, O')'";
        return DateTimeFormatter.ofPattern(format + suffix, language)
                .withZone(zone)
                .format(time);
    }

    /** The zone with this name of the IANA database; UTC for one that is not known here. */
    public static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
