package dev.gatehouse.testbed.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A forgotten password: its owner asks for a link, chooses another one on its page and logs in with that. */
@ExtendWith(RunningSuite.class)
class PasswordResetIT {
    private static final Pattern LINK = Pattern.compile("https?://\\S+?/reset-password/[A-Za-z0-9_-]+");
    private static final String NEW = "a phrase that was not forgotten";

    private final Suite suite;

    PasswordResetIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void letsAnAgentBackInAndEverybodyElseOut() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        Session before = suite.newSession(agent, address);
        Visitor browser = suite.visitor().from(suite.freshAddress());

        // When
        browser.post("/agent/api/v1/password-resets", Map.of("email", agent.email()))
                .expect(202);
        URI link = link(suite.mailbox().awaitTo(agent.email(), "Choose a new password"));
        Answer page = browser.get(link.getPath()).expect(200);
        Answer done = browser.postForm(link.getPath(), Map.of("password", NEW));

        // Then
        assertEquals(suite.origin().getAuthority(), link.getAuthority());
        assertTrue(text(page).contains(agent.email()), page.body());
        assertEquals(200, done.status());
        assertTrue(text(done).contains("Your password is changed"), done.body());
        Eventually.holds(
                "the old session is refused",
                () -> before.visitor().get("/agent/api/v1/me").status() == 401);
        assertEquals(401, suite.login(agent, address).status());
        assertEquals(201, suite.login(agent.typing(NEW), address).status(), "the address is still trusted");
        suite.mailbox().awaitTo(agent.email(), "password");
        Eventually.holds("every step is in the audit log", () -> suite.auditedTypes(agent.id())
                .containsAll(List.of("password.reset-requested", "password.changed", "session.ended")));
    }

    @Test
    void answersInTheLanguageOfTheBrowser() {
        // Given
        Visitor german = suite.visitor().with("Accept-Language", "de");

        // When
        Answer gone = german.get("/reset-password/" + "A".repeat(43));

        // Then
        assertEquals(404, gone.status());
        assertTrue(text(gone).contains("Dieser Link funktioniert nicht mehr"), gone.body());
    }

    private static URI link(Mailbox.Received mail) {
        Matcher link = LINK.matcher(mail.text());
        assertTrue(link.find(), mail::text);
        return URI.create(link.group());
    }

    private static String text(Answer page) {
        return Jsoup.parse(page.body()).text();
    }
}
