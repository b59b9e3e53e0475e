package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.mail.message.MailText.Fact;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.verification.Verifications.View;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to know about a waiting sign-in, in the words and in the order of mail and page alike. */
final class LoginFacts {
    private LoginFacts() {}

    static List<Fact> of(View view, Optional<String> hostname, Texts texts) {
        return List.of(
                new Fact(
                        texts.text("fact.account"), Masking.email(view.account().email()), Fact.Face.TEXT),
                new Fact(texts.text("fact.address"), view.address().canonical(), Fact.Face.EXACT),
                new Fact(texts.text("fact.hostname"), hostname.orElse(texts.text("hostname.none")), Fact.Face.TEXT),
                new Fact(texts.text("fact.program"), program(view.userAgent(), texts), Fact.Face.TEXT),
                new Fact(texts.text("fact.time"), time(view.requestedAt(), view.account(), texts), Fact.Face.TEXT));
    }

    /** Date, time and zone by the conventions of the reader: {@code 22 November 2026, 04:15:12 CET (Europe/Berlin)}. */
    static String time(Instant time, Account account, Texts texts) {
        Locale locale = dateLocale(account.locale(), texts.locale());
        ZonedDateTime local = time.atZone(zone(account.timeZone()));
        String moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(local);
        String zoneName = DateTimeFormatter.ofPattern("z", locale).format(local);
        return zoneName.equals(local.getZone().getId())
                ? moment + " " + zoneName
                : moment + " " + zoneName + " (" + local.getZone().getId() + ")";
    }

    private static String program(@Nullable String userAgent, Texts texts) {
        UserAgent program = UserAgents.describe(userAgent);
        String known = Stream.of(program.browser(), program.system())
                .filter(name -> name != null)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? texts.text("program.unknown") : known;
    }

    /* British and American readers share a language but no dates. */
    private static Locale dateLocale(String tag, Locale language) {
        Locale wished = Locale.forLanguageTag(tag);
        return wished.getLanguage().equals(language.getLanguage()) ? wished : language;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
