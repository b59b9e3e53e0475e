package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.EveryService;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session goes on with a refresh token that is good once. */
@ExtendWith(RunningSuite.class)
class RefreshIT {
    private static final String PATH = "/agent/api/v1/sessions/refresh";

    private final Suite suite;
    private final Agent agent;
    private final String address;
    private final Session session;

    RefreshIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.address = suite.freshAddress();
        this.session = suite.newSession(agent, address);
    }

    @Test
    void givesTheNextTokensOfTheSameSession() {
        // When
        Session next = refreshed(session);

        // Then
        assertEquals(session.id(), next.id());
        assertNotEquals(session.refreshToken(), next.refreshToken());
        assertTrue(EveryService.knows(next.visitor()));
        assertEquals(next.id(), refreshed(next).id());
    }

    @Test
    void givesTheSameSuccessorToAClientThatLostTheAnswer() {
        // Given
        Session lost = refreshed(session);

        // When
        Session again = refreshed(session);

        // Then
        assertEquals(lost.refreshToken(), again.refreshToken());
        assertEquals(session.id(), refreshed(again).id());
    }

    @Test
    void a06EndsTheSessionEverywhereWhenAnOldTokenComesBack() {
        // Given
        Session owners = refreshed(session);
        Visitor thief = suite.visitor().from(suite.freshAddress());

        // When
        Answer replay = thief.post(PATH, body(session));

        // Then
        assertEquals(401, replay.status());
        assertEquals("refresh-token-reused", replay.problem());
        EveryService.soonRefuses(owners.visitor());
        Answer next = suite.visitor().from(address).post(PATH, body(owners));
        assertEquals(401, next.status());
        assertEquals("session-revoked", next.problem());
    }

    @Test
    void a06TellsTheOwnerAndTheAuditLogOfAnOldTokenThatCameBack() {
        // Given
        refreshed(session);
        String thiefsAddress = suite.freshAddress();

        // When
        suite.visitor().from(thiefsAddress).post(PATH, body(session)).expect(401);

        // Then
        JsonNode event = suite.auditLog().awaitOne(agent.id(), "refresh-token.reused");
        assertEquals("failure", event.get("outcome").asText());
        assertEquals(thiefsAddress, event.get("ip").asText());
        assertEquals(session.id(), event.get("sessionId").asText());
        Mailbox.Received mail = suite.mailbox().awaitTo(agent.email(), "A session was ended to protect you");
        assertTrue(mail.text().contains(thiefsAddress), mail.text());
        Visitor owner = Session.of(suite.visitor(), suite.login(agent, address).expect(201))
                .visitor();
        Eventually.holds("the notification is in the list", () -> owner.get("/agent/api/v1/notifications")
                .expect(200)
                .json()
                .findValuesAsText("kind")
                .contains("session_theft"));
    }

    @Test
    void keepsTheTokenOfABrowserInACookie() {
        // Given
        Visitor browser = suite.visitor().from(address);

        // When
        Answer signedIn = browser.post("/agent/api/v1/sessions", agent.credentialsOfBrowser())
                .expect(201);
        Answer refreshed = browser.with("Cookie", cookie(signedIn)).postNothing(PATH);

        // Then
        assertGoodCookie(signedIn);
        assertGoodCookie(refreshed.expect(200));
        assertNotEquals(cookie(signedIn), cookie(refreshed));
        assertTrue(EveryService.knows(Session.of(browser, refreshed).visitor()));
    }

    @Test
    void keepsTheTokenInACookieAfterAChallengeToo() {
        // Given
        Agent other = suite.newAgent();
        Visitor browser = suite.visitor().from(suite.freshAddress());
        JsonNode challenge = browser.post("/agent/api/v1/sessions", other.credentialsOfBrowser())
                .expect(202)
                .json()
                .get("challenge");

        // When
        Answer redeemed = suite.approve(other, browser, challenge);

        // Then
        assertGoodCookie(redeemed);
        browser.with("Cookie", cookie(redeemed)).postNothing(PATH).expect(200);
    }

    @Test
    void takesTheCookieAwayWhenTheSessionIsOver() {
        // Given
        Visitor browser = suite.visitor().from(address);
        Answer signedIn = browser.post("/agent/api/v1/sessions", agent.credentialsOfBrowser())
                .expect(201);
        Visitor withCookie = browser.with("Cookie", cookie(signedIn));

        // When
        Answer signedOut = withCookie
                .bearing(Session.of(browser, signedIn).accessToken())
                .delete("/agent/api/v1/sessions/current");
        Answer late = withCookie.postNothing(PATH);

        // Then
        assertTrue(signedOut.expect(204).header("Set-Cookie").contains("Max-Age=0"));
        assertEquals("session-revoked", late.expect(401).problem());
        assertTrue(late.header("Set-Cookie").contains("Max-Age=0"));
    }

    @CanIgnoreReturnValue
    private Session refreshed(Session from) {
        Visitor client = suite.visitor().from(address);
        return Session.of(client, client.post(PATH, body(from)).expect(200));
    }

    private static Map<String, String> body(Session session) {
        return Map.of("refreshToken", session.refreshToken());
    }

    private static void assertGoodCookie(Answer answer) {
        String cookie = answer.header("Set-Cookie");
        assertTrue(cookie.startsWith("__Host-"), cookie);
        for (String attribute : new String[] {"; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/"}) {
            assertTrue((cookie + ";").contains(attribute + ";"), cookie);
        }
        assertFalse(cookie.contains("Domain"), cookie);
        assertFalse(answer.json().has("refreshToken"), "the token is in the cookie only");
        assertTrue(answer.header("Cache-Control").contains("no-store"));
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").split(";", 2)[0];
    }
}
