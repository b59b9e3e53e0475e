package dev.gatehouse.chassis.mail.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.mail.MailChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(MailChassisProfile.class)
@WithTestResource(
        value = GatehouseStack.class,
        initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis_mail"))
class MailsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final URI LINK = URI.create("http://localhost:8080/verify-ip/abc");

    @Inject
    Mails mails;

    @Inject
    SmtpConnections connections;

    @Test
    void saysTheSameInHtmlAndInText() {
        // Given
        String to = UUID.randomUUID() + "@gatehouse.test";
        MailText text = MailText.of(Locale.ENGLISH, "Is this you signing in?", "Somebody signs in from a new address.")
                .exactFact("Address", "203.0.113.7")
                .fact("Browser", "<b>Firefox</b> & \"friends\"")
                .button("Yes, it is me", LINK)
                .alarmButton("No, it was not me", LINK)
                .closing("If it was not you, change your password.");

        // When
        mails.send(new Mail(UUID.randomUUID(), to, "Sign-in from a new address — Acme Helpdesk", text), connection())
                .await()
                .atMost(PATIENCE);

        // Then
        Mailbox.Received mail = StackEnds.mailbox().awaitTo(to);
        assertEquals("Sign-in from a new address — Acme Helpdesk", mail.subject());
        Document html = Jsoup.parse(mail.html());
        assertEquals("en", html.expectFirst("html").attr("lang"));
        assertEquals("Is this you signing in?", html.expectFirst("h1").text());
        assertTrue(html.text().contains("<b>Firefox</b> & \"friends\""));
        assertEquals(2, html.select("a[href=" + LINK + "]").size());
        assertEquals(0, html.select("img, link, script").size());
        for (String part : new String[] {
            "Somebody signs in",
            "Address: 203.0.113.7",
            "<b>Firefox</b> & \"friends\"",
            LINK.toString(),
            "change your password",
            "Helpdesk"
        }) {
            assertTrue(mail.text().contains(part), () -> part + " is missing in " + mail.text());
        }
        assertFalse(mail.text().contains("\n\n\n"), mail.text());
    }

    /** T07 and T09: the raw mail keeps to RFC 5322, also for an international domain. */
    @Test
    void t09TheHeaderBlockKeepsToTheStandard() {
        // Given
        String local = UUID.randomUUID().toString();
        MailText text = MailText.of(Locale.GERMAN, "Überschrift", "Ein Satz mit ä, ö und ü. ".repeat(60))
                .button("Ja", LINK);

        // When
        mails.send(
                        new Mail(
                                UUID.randomUUID(),
                                local + "@bücher.example",
                                "Anmeldung von einer neuen Adresse für Grüße aus Köln — Söhne & Töchter Helpdesk GmbH",
                                text),
                        connection())
                .await()
                .atMost(PATIENCE);

        // Then
        Mailbox.Received mail = StackEnds.mailbox().awaitTo(local + "@xn--bcher-kva.example");
        assertEquals(List.of(), StackEnds.mailbox().source(mail).violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "id"})
    void speaksTheLanguageOfItsReader(String language) {
        String to = UUID.randomUUID() + "@gatehouse.test";
        MailText text = MailText.of(Locale.forLanguageTag(language), "x", "y");
        mails.send(new Mail(UUID.randomUUID(), to, "z", text), connection())
                .await()
                .atMost(PATIENCE);
        Mailbox.Received mail = StackEnds.mailbox().awaitTo(to);
        assertTrue(mail.text().contains(language.equals("de") ? "schützt Ihr Konto" : "melindungi akun"), mail.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.test\r\nBcc: c@d.test",
                "a@b.test\nX",
                "a@b.test,c@d.test",
                "a@b.test;c@d.test",
                "a@b>,<c@d",
                "Name <a@b.test>",
                "a%0d%0ab@c.test",
                "a\u2028b@c.test",
                "=?utf-8?q?a?=@b.test",
                "a b@c.test",
                "@b.test",
                "a@",
                "a@@b",
                "\"a b\"@c.test",
                "a@[127.0.0.1]",
                ""
            })
    void a21RefusesAnAddressThatIsNotExactlyOne(String to) {
        assertRefused(new Mail(UUID.randomUUID(), to, "subject", MailText.of(Locale.ENGLISH, "x", "y")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: c@d.test", "a\u2028b", "a\u0000", "", " ", "left\u202etfel"})
    void a21RefusesASubjectThatIsNotOneLine(String subject) {
        assertRefused(new Mail(UUID.randomUUID(), "a@b.test", subject, MailText.of(Locale.ENGLISH, "x", "y")));
    }

    private void assertRefused(Mail mail) {
        MailFailure failure = assertThrows(
                MailFailure.class, () -> mails.send(mail, connection()).await().atMost(PATIENCE));
        assertEquals(MailFailure.Kind.PERMANENT, failure.kind());
    }

    private SmtpConnection connection() {
        return connections.create(PATIENCE);
    }
}
