package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The words for times, origins and programs in one language and zone. */
record Wording(Texts texts, ZoneId zone) {
    private static final String BUNDLE = "messages/notifications";

    static Wording of(Reader reader) {
        return new Wording(Texts.of(BUNDLE, reader.locale()), reader.timeZone());
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** A time to the second with its zone, such as {@code 22 November 2026, 10:31:05 (Europe/Berlin, GMT+1)}. */
    String time(Instant time) {
        String pattern = zone.normalized().equals(ZoneOffset.UTC) ? text("format.time") + " '(UTC)'" : zoned();
        return DateTimeFormatter.ofPattern(pattern, texts.locale())
                .withZone(zone)
                .format(time);
    }

    /** The address with its name, or with the remark that it has none to believe. */
    String origin(NotificationFacts facts) {
        return facts.ip() == null ? text("origin.unknown") : text("origin", facts.ip(), hostname(facts));
    }

    String hostname(NotificationFacts facts) {
        return Optional.ofNullable(facts.hostname()).orElseGet(() -> text("hostname.none"));
    }

    String program(UserAgent program) {
        String browser = program.browser();
        String system = program.system();
        if (browser == null) {
            return system == null ? text("program.unknown") : text("program.system", system);
        }
        return system == null ? browser : text("program", browser, system);
    }

    /** The same where it stands by itself and not in a sentence. */
    String programFact(UserAgent program) {
        String browser = program.browser();
        String system = program.system();
        if (browser == null) {
            return system == null ? text("fact.program.unknown") : text("fact.program.system", system);
        }
        return program(program);
    }

    private String zoned() {
        return text("format.time") + " '('VV, O')'";
    }
}
