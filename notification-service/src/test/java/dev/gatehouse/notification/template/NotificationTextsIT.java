package dev.gatehouse.notification.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.template.NotificationTexts.MailContent;
import dev.gatehouse.notification.template.NotificationTexts.Reader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are generated at build time and looked up in the container. */
@QuarkusTest
@NotificationStack
class NotificationTextsIT {
    static final Instant TIME = Instant.parse("2026-11-22T09:31:05.123Z");
    static final UserAgent FIREFOX = new UserAgent("Firefox", "Linux");
    static final Reader ADA = new Reader("Ada Lovelace", Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    @Inject
    NotificationTexts texts;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Europe/Berlin | You signed in from 203.0.113.7 (host7.example.net) on 22 November 2026, 10:31:05 (Europe/Berlin, GMT+1) with Firefox on Linux.
            en | UTC           | You signed in from 203.0.113.7 (host7.example.net) on 22 November 2026, 09:31:05 (UTC) with Firefox on Linux.
            de | Europe/Berlin | Sie haben sich von 203.0.113.7 (host7.example.net) am 22. November 2026, 10:31:05 (Europe/Berlin, GMT+1) mit Firefox unter Linux angemeldet.
            id | Asia/Jakarta  | Anda masuk dari 203.0.113.7 (host7.example.net) pada 22 November 2026, 16.31.05 (Asia/Jakarta, GMT+7) dengan Firefox di Linux.
            """)
    void speaksTheReadersLanguageAndNamesTheTimeZone(String language, String zone, String expected) {
        // Given
        Reader reader = new Reader("Ada", Locale.of(language), ZoneId.of(zone));

        // When
        NotificationTexts.InAppText text = texts.inApp(login("203.0.113.7", "host7.example.net"), reader);

        // Then
        assertEquals(expected, text.text());
    }

    @Test
    void saysThatAnAddressHasNoConfirmedName() {
        // When
        NotificationTexts.InAppText text = texts.inApp(login("203.0.113.7", null), ADA);

        // Then
        assertTrue(text.text().contains("203.0.113.7 (no confirmed host name)"), text.text());
    }

    @ParameterizedTest
    @CsvSource({"1, Failed sign-in", "2, 2 failed sign-ins", "1234, '1,234 failed sign-ins'"})
    void countsFailedSignInsInTheTitle(int occurrences, String title) {
        // Given
        NotificationFacts facts = new NotificationFacts(
                NotificationKind.LOGIN_FAILED, TIME, "203.0.113.7", null, FIREFOX, occurrences, Map.of());

        // When
        NotificationTexts.InAppText text = texts.inApp(facts, ADA);

        // Then
        assertEquals(title, text.title());
    }

    @Test
    void writesAMailWithFactsInTheOrderOfReading() {
        // When
        MailContent mail = texts.mail(login("203.0.113.7", "host7.example.net"), ADA);

        // Then
        assertEquals("New sign-in — Helpdesk", mail.subject());
        assertEquals(
                Stream.of(
                                "Account: Ada Lovelace",
                                "Address: 203.0.113.7",
                                "Host name: host7.example.net",
                                "Browser and system: Firefox on Linux",
                                "Time: 22 November 2026, 10:31:05 (Europe/Berlin, GMT+1)")
                        .toList(),
                mail.body().facts().stream().map(NotificationTextsIT::line).toList());
        assertTrue(mail.body().buttons().isEmpty(), "there is no page to link to");
        assertTrue(mail.body().closing().getFirst().startsWith("If this was you"));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void hasWholeTextsForEveryKindInEveryLanguage(NotificationKind kind, Locale language) {
        // Given
        Map<String, String> details =
                Map.of("network", "203.0.113.7", "until", "2026-12-22T09:31:05Z", "reason", "Rota");
        NotificationFacts facts = new NotificationFacts(kind, TIME, "203.0.113.7", null, UserAgent.UNKNOWN, 3, details);

        // When
        MailContent mail = texts.mail(facts, new Reader("Ada", language, ZoneOffset.UTC));

        // Then
        String all = mail.subject() + mail.body();
        assertFalse(all.matches("(?s).*\\{\\w.*"), all);
        assertFalse(all.contains("''"), all);
    }

    static Stream<Arguments> everyKindInEveryLanguage() {
        return Stream.of("en", "de", "id").map(Locale::of).flatMap(language -> Stream.of(NotificationKind.values())
                .map(kind -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "id"})
    void translatesEveryText(String language) {
        // When
        Set<String> english = keys("_en");
        Set<String> translated = keys("_" + language);

        // Then
        assertEquals(english, translated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\r\nBcc: eve@example.net",
                "Ada\u2028Address: 192.0.2.1",
                "\u202eadA",
                "Ada\u0000\u001b[31m",
            })
    void keepsANameOnOneHarmlessLine(String name) {
        // When
        MailContent mail = texts.mail(login("203.0.113.7", null), new Reader(name, Locale.ENGLISH, ZoneOffset.UTC));

        // Then
        String shown = mail.body().facts().getFirst().value();
        assertFalse(shown.matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}].*"), shown);
    }

    @Test
    void cutsAReasonOfAnAdministrator() {
        // Given
        NotificationFacts facts = new NotificationFacts(
                NotificationKind.ADMIN_GRANTED,
                TIME,
                null,
                null,
                UserAgent.UNKNOWN,
                1,
                Map.of("reason", "x".repeat(5000)));

        // When
        MailText body = texts.mail(facts, ADA).body();

        // Then
        assertEquals(200, body.facts().getLast().value().length());
    }

    @ParameterizedTest
    @EnumSource(
            value = NotificationKind.class,
            names = {"PASSWORD_CHANGED", "SESSION_THEFT"})
    void saysWhichNotificationsCannotBeSwitchedOff(NotificationKind kind) {
        // Given
        NotificationFacts facts = new NotificationFacts(kind, TIME, "203.0.113.7", null, FIREFOX, 1, Map.of());

        // When
        MailText body = texts.mail(facts, ADA).body();

        // Then
        assertEquals(
                "Notices of this kind cannot be switched off.", body.closing().getLast());
    }

    static NotificationFacts login(String ip, @Nullable String hostname) {
        return new NotificationFacts(NotificationKind.LOGIN, TIME, ip, hostname, FIREFOX, 1, Map.of());
    }

    private static String line(MailText.Fact fact) {
        return fact.label() + ": " + fact.value();
    }

    private static Set<String> keys(String suffix) {
        Properties texts = new Properties();
        try (BufferedReader bundle =
                Files.newBufferedReader(Path.of("src/main/resources/messages/notification" + suffix + ".properties"))) {
            texts.load(bundle);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
