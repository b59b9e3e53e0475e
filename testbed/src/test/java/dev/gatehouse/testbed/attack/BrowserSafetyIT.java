package dev.gatehouse.testbed.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.InvitationPage;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, and what they are not given to misuse (OWASP ASVS 5.0, chapters 3, 4 and 6). */
@ExtendWith(RunningSuite.class)
class BrowserSafetyIT {
    private static final String LOGIN = "/agent/api/v1/sessions";

    private final Suite suite;
    private final Visitor admin;

    BrowserSafetyIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.admin = suite.admin();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.test", "null", "http://localhost.evil.example.test"})
    void opensNothingToOtherOrigins(String origin) {
        List<Answer> answers = List.of(
                admin.with("Origin", origin).get(LOGIN),
                suite.visitor().with("Origin", origin).get("/.well-known/jwks.json"),
                suite.visitor()
                        .with("Origin", origin)
                        .with("Access-Control-Request-Method", "DELETE")
                        .sendNothing("OPTIONS", LOGIN));

        answers.forEach(answer -> answer.response()
                .headers()
                .map()
                .keySet()
                .forEach(name -> assertFalse(name.toLowerCase(Locale.ROOT).startsWith("access-control-"), name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback", "jsonp", "cb"})
    void wrapsNoAnswerInAScript(String parameter) {
        Answer answer = suite.visitor().get("/.well-known/jwks.json?" + parameter + "=alert");

        assertFalse(answer.body().contains("alert"), answer.body());
        assertTrue(answer.header("Content-Type").startsWith("application/"), answer.body());
        assertFalse(answer.header("Content-Type").contains("script"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example.test", "https:evil.example.test", "/\\evil.example.test", "javascript:alert(1)"})
    void redirectsNowhere(String target) {
        Agent invited = suite.newInvitedAgent();
        String link = InvitationPage.linkIn(suite.mailbox().awaitTo(invited.email(), "Choose a password"));
        String encoded = URLEncoder.encode(target, StandardCharsets.UTF_8);

        for (String path : List.of(link, LOGIN, "/verify-ip/x")) {
            Answer answer = suite.visitor().get(path + "?next=" + encoded + "&redirect=" + encoded);

            assertTrue(answer.status() < 300 || answer.status() >= 400, () -> path + " " + answer.status());
            assertEquals("", answer.header("Location"));
            assertFalse(answer.body().contains("evil"), answer.body());
        }
    }

    @Test
    void asksForAPasswordSoThatManagersOfPasswordsCanHelp() {
        // Given
        Agent invited = suite.newInvitedAgent();
        String link = InvitationPage.linkIn(suite.mailbox().awaitTo(invited.email(), "Choose a password"));

        // When
        Document page = Jsoup.parse(suite.visitor().get(link).expect(200).body());

        // Then
        Element field = page.expectFirst("input[name=password]");
        assertEquals("password", field.attr("type"));
        assertEquals("new-password", field.attr("autocomplete"));
        assertEquals("username", page.expectFirst("input[name=username]").attr("autocomplete"));
        assertTrue(
                page.select("[onpaste], [oncopy], [autocomplete=off], script").isEmpty(), page.html());
    }

    @Test
    void staysBelowTheLimitsOfThoseWhoReceive() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        Session session = suite.newSession(agent, address);

        // When
        Answer byBrowser = suite.visitor()
                .from(address)
                .post(LOGIN, agent.credentialsOfBrowser())
                .expect(201);

        // Then
        String link = suite.origin() + VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));
        assertTrue(link.length() < 2_000, link);
        assertTrue(session.accessToken().length() < 8_192, session.accessToken());
        assertTrue(byBrowser.header("Set-Cookie").length() < 4_096, byBrowser.header("Set-Cookie"));
    }
}
