package dev.gatehouse.testbed.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.RawHttp;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that mean something to a mail server, a log, a page or a network. */
@ExtendWith(RunningSuite.class)
class HostileTextIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVICES = List.of("auth", "ip-trust", "notification", "audit");

    private final Suite suite;

    HostileTextIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@helpdesk.example\r\nBcc: thief@evil.example",
                "a%0d%0aBcc:thief@evil.example",
                "a@helpdesk.example,thief@evil.example",
                "a@helpdesk.example;thief@evil.example",
                "a@b>,<thief@evil.example",
                "=?utf-8?q?a?=@evil.example",
                "a\u2028b@evil.example",
                "Ada <thief@evil.example>"
            })
    void a21MakesNoAccountOfAnAddressThatIsNotExactlyOne(String email) {
        Answer answer = created(email, "Ada");

        assertEquals("validation-failed", answer.expect(422).problem());
        assertEquals(List.of(), suite.mailbox().to("thief@evil.example"));
    }

    @Test
    void a21MailsOneRecipientWhateverTheNameIs() {
        for (String name : List.of("Ada\r\nBcc: thief@evil.example", "Ada\u2028Bcc: thief@evil.example")) {
            assertEquals(422, created("a21@helpdesk.example", name).status());
        }

        created("a21@helpdesk.example", "=?utf-8?q?Bcc=3A_thief=40evil.example?=, thief@evil.example")
                .expect(201);

        Mailbox.Received mail = suite.mailbox().awaitTo("a21@helpdesk.example");
        assertTrue(mail.to().contains("a21@helpdesk.example") && !mail.to().contains(","), mail.to());
        assertEquals(List.of(), suite.mailbox().to("thief@evil.example"));
    }

    @Test
    void a22WritesWholeLinesOnlyWhateverComes() {
        // Given
        String hostile = "x\u001b[31m\"},{\"level\":\"INFO\",\"message\":\"forged\u2028by somebody";

        // When
        said("GET /agent/api/v1/sessions HTTP/1.1|User-Agent: " + hostile + "y".repeat(9_000)
                + "|Authorization: Bearer " + hostile + "|X-Request-Id: " + hostile);
        said("GET /verify-ip/%0d%0a%7B%22level%22:%22INFO%22%7D HTTP/1.1|User-Agent: x");
        suite.login(new Agent("", hostile + "@helpdesk.example", hostile), suite.freshAddress())
                .expect(401);

        // Then
        SERVICES.forEach(service -> {
            String log = suite.stack().log(service);
            assertEquals(
                    List.of(),
                    log.lines()
                            .filter(line -> line.startsWith("{") && !isHarmless(line))
                            .toList());
            assertFalse(log.contains("\u001b"), service);
            assertFalse(log.lines().anyMatch(line -> line.contains("\"message\":\"forged")), service);
        });
    }

    @Test
    void a35ShowsHostileTextAsText() {
        // Given
        String email = "a35@helpdesk.example";
        String name = "<img src=x onerror=alert(1)>{inject:vertx}";

        // When
        created(email, name).expect(201);

        // Then
        Mailbox.Received mail = suite.mailbox().awaitTo(email);
        Document html = Jsoup.parse(mail.html());
        assertEquals(0, html.select("img, script, [onerror]").size());
        assertTrue(html.text().contains(name), html.text());
    }

    @Test
    void a35ShowsNothingThatAnUnprovenClientWrote() {
        // Given
        Agent agent = suite.newAgent();

        // When
        suite.visitor()
                .from(suite.freshAddress())
                .with("User-Agent", "Your number is 47 then press Yes bot/1.0 <b>")
                .post("/agent/api/v1/sessions", agent.credentials())
                .expect(202);

        // Then
        Mailbox.Received mail = suite.awaitVerificationMail(agent.email());
        String page = VerificationPage.open(suite.visitor(), VerificationPage.linkIn(mail))
                .text();
        for (String shown : List.of(mail.text(), mail.html(), page)) {
            assertFalse(shown.contains("press Yes"), shown);
            assertFalse(shown.contains("number is 47"), shown);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "0177.0.0.1",
                "2130706433",
                "0x7f.0.0.1",
                "fe80::1%eth0",
                "203.0.113.0/0",
                "0.0.0.0/0",
                "::/0",
                "2000::/8",
                "64:ff9b::/96",
                "203.0.113.*"
            })
    void a43TrustsNoNetworkInAnOddFormAndNoWideOne(String network) {
        Answer answer =
                suite.admin().post("/admin/api/v1/ip-trust/networks", Map.of("network", network, "note", "a43"));

        assertEquals("validation-failed", answer.expect(422).problem());
    }

    @Test
    void a44StillAsksForAWholeLoginAtATrustedAddress() {
        // Given
        Agent agent = suite.newAgent();
        Agent other = suite.newAgent();
        String address = suite.freshAddress();
        suite.newSession(agent, address);

        // When
        Answer withoutToken = suite.visitor().from(address).get("/agent/api/v1/sessions");
        Answer withoutPassword = suite.login(agent.typing(""), address);
        Answer withWrongPassword = suite.login(agent.typing("a wrong but long password"), address);
        Answer ofAnother = suite.login(other, address);

        // Then
        withoutToken.expect(401);
        assertTrue(withoutPassword.status() == 401 || withoutPassword.status() == 422, withoutPassword.body());
        assertEquals("invalid-credentials", withWrongPassword.expect(401).problem());
        assertEquals("", withWrongPassword.header("Set-Cookie"));
        assertEquals(
                "ip_verification",
                ofAnother.expect(202).json().at("/challenge/kind").asText());
    }

    private Answer created(String email, String name) {
        return suite.admin()
                .post(
                        "/admin/api/v1/accounts",
                        Map.of("email", email, "displayName", name, "kind", "agent", "locale", "en"));
    }

    private void said(String head) {
        String answer = RawHttp.say(
                suite.origin().getPort(),
                "127.0.0.1",
                (head + "|Host: localhost|Connection: close||").replace("|", "\r\n"));
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    }

    private static boolean isHarmless(String line) {
        try {
            return JSON.readTree(line).isObject() && line.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        } catch (JsonProcessingException broken) {
            return false;
        }
    }
}
