package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.EndUser;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An end user at the audience of end users. */
@ExtendWith(RunningSuite.class)
class EndUserIT {
    private final Suite suite;

    EndUserIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void signsInFromAnywhereAndSeesTheSession() {
        // Given
        EndUser user = suite.newUser();
        String address = suite.freshAddress();

        // When
        Session session = login(user, suite.visitor().from(address));

        // Then
        JsonNode sessions =
                session.visitor().get("/api/v1/sessions").expect(200).json();
        assertEquals(1, sessions.get("items").size());
        assertEquals(session.id(), sessions.at("/items/0/id").asText());
        assertEquals(address, sessions.at("/items/0/ip").asText());
        assertTrue(sessions.at("/items/0/current").asBoolean());
        Eventually.holds("the sign-in is in the audit log", () -> suite.auditedTypes(user.id())
                .containsAll(List.of("account.created", "login.succeeded")));
    }

    @Test
    void editsTheOwnAccountWithoutOverwritingTheEditsOfOthers() {
        // Given
        EndUser user = suite.newUser();
        Visitor signedIn = login(user, suite.visitor()).visitor();
        Answer before = signedIn.get("/api/v1/me").expect(200);
        assertEquals(user.email(), before.json().get("email").asText());
        Map<String, String> edit = Map.of("displayName", "Ada King", "locale", "en-GB", "timeZone", "Europe/London");

        // When
        Answer edited = signedIn.with("If-Match", before.header("ETag")).patch("/api/v1/me", edit);

        // Then
        edited.expect(200);
        assertEquals(
                "Ada King", signedIn.get("/api/v1/me").json().get("displayName").asText());
        assertEquals(428, signedIn.patch("/api/v1/me", edit).status());
        Answer stale = signedIn.with("If-Match", before.header("ETag"))
                .patch("/api/v1/me", Map.of("displayName", "Ada the Second"));
        assertEquals(412, stale.status());
        assertEquals(
                "account.changed",
                suite.auditLog()
                        .awaitOne(user.id(), "account.changed")
                        .get("type")
                        .asText());
    }

    @Test
    void refreshesAndSignsOut() {
        // Given
        EndUser user = suite.newUser();
        Session first = login(user, suite.visitor());
        Session session = Session.of(
                suite.visitor(),
                suite.visitor()
                        .post("/api/v1/sessions/refresh", Map.of("refreshToken", first.refreshToken()))
                        .expect(200));

        // When
        session.visitor().delete("/api/v1/sessions/current").expect(204);

        // Then
        Eventually.within(
                Duration.ofSeconds(2),
                "the token is refused",
                () -> session.visitor().get("/api/v1/me").status() == 401);
        Answer refreshed =
                suite.visitor().post("/api/v1/sessions/refresh", Map.of("refreshToken", session.refreshToken()));
        assertEquals(401, refreshed.status());
        assertEquals("session-revoked", refreshed.problem());
    }

    @Test
    void endsAnotherDevice() {
        // Given
        EndUser user = suite.newUser();
        Session lost = login(user, suite.visitor().from(suite.freshAddress()));
        Session kept = login(user, suite.visitor().from(suite.freshAddress()));

        // When
        kept.visitor().delete("/api/v1/sessions/" + lost.id()).expect(204);

        // Then
        Eventually.within(
                Duration.ofSeconds(2),
                "the lost device is out",
                () -> lost.visitor().get("/api/v1/me").status() == 401);
        kept.visitor().get("/api/v1/me").expect(200);
    }

    private static Session login(EndUser user, Visitor from) {
        return Session.of(
                from, from.post("/api/v1/sessions", user.credentials()).expect(201));
    }
}
