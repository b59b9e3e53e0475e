package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.message.MailText.Fact;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.verification.Verifications.OpenVerification;
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

/** The facts of a login, in the same words and order on the page and in the mail. */
final class LoginFacts {
    private static final String HIDDEN = "***";

    private LoginFacts() {}

    static List<Fact> of(
            OpenVerification verification, Optional<String> hostname, VerificationMessages messages, Locale language) {
        Account account = verification.account();
        return List.of(
                new Fact(messages.factAccount(), masked(account.email()), Fact.Face.TEXT),
                new Fact(messages.factAddress(), verification.address().canonical(), Fact.Face.EXACT),
                new Fact(messages.factHostname(), hostname.orElse(messages.hostnameNone()), Fact.Face.TEXT),
                new Fact(messages.factClient(), client(verification.userAgent(), messages), Fact.Face.TEXT),
                new Fact(messages.factTime(), time(verification.requestedAt(), account, language), Fact.Face.TEXT));
    }

    /** Date, time and zone in the format of the reader: {@code 22 November 2026, 04:15:12 CET (Europe/Berlin)}. */
    private static String time(Instant time, Account account, Locale language) {
        Locale locale = dateLocale(account.locale(), language);
        ZonedDateTime local = time.atZone(zone(account.timeZone()));
        String moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(local);
        String zoneName = DateTimeFormatter.ofPattern("z", locale).format(local);
        return zoneName.equals(local.getZone().getId())
                ? moment + " " + zoneName
                : moment + " " + zoneName + " (" + local.getZone().getId() + ")";
    }

    /** Enough of an e-mail address for its owner to recognise it: {@code a***@helpdesk.example}. */
    static String masked(String email) {
        int at = email.lastIndexOf('@');
        return at <= 0 ? HIDDEN : email.substring(0, email.offsetByCodePoints(0, 1)) + HIDDEN + email.substring(at);
    }

    private static String client(@Nullable String userAgent, VerificationMessages messages) {
        UserAgent client = UserAgents.describe(userAgent);
        String known = Stream.of(client.browser(), client.system())
                .filter(name -> name != null)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? messages.clientUnknown() : known;
    }

    /* British and American readers share the language but not the date format. */
    private static Locale dateLocale(String tag, Locale language) {
        Locale preferred = Locale.forLanguageTag(tag);
        return preferred.getLanguage().equals(language.getLanguage()) ? preferred : language;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
