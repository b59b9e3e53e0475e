package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** What an agent does about the own account when something seems wrong. */
@ExtendWith(RunningSuite.class)
class OwnAccountIT {
    private static final String NEW = "a quite different phrase of mine";

    private final Suite suite;
    private final Agent agent;
    private final String address;
    private final Session session;
    private final Session other;

    OwnAccountIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.address = suite.freshAddress();
        this.session = suite.newSession(agent, address);
        this.other = Session.of(
                suite.visitor().from(address), suite.login(agent, address).expect(201));
    }

    @Test
    void changesThePasswordAndWithItEndsAllOtherSessions() {
        // When
        changePassword(agent.password()).expect(204);

        // Then
        EveryService.soonRefuses(other.visitor());
        assertTrue(EveryService.knows(session.visitor()), "the one that changed it goes on");
        assertEquals(401, suite.login(agent, address).status());
        suite.login(agent.typing(NEW), address).expect(201);
        Mailbox.Received mail = suite.mailbox().awaitTo(agent.email(), "Password changed");
        assertFalse((mail.text() + mail.html()).contains(NEW));
        assertFalse(suite.auditLog()
                .awaitOne(agent.id(), "password.changed")
                .toString()
                .contains(NEW));
    }

    @Test
    void endsAChallengeThatWasOpenedWithTheOldPassword() {
        // Given
        Agent careful = suite.newAgent();
        String place = suite.freshAddress();
        Visitor waiting = suite.visitor().from(place);
        String path = suite.approved(
                careful, waiting, suite.login(careful, place).expect(202).json().get("challenge"));
        Session own = Session.of(waiting, suite.login(careful, place).expect(201));

        // When
        own.visitor()
                .put("/agent/api/v1/me/password", Map.of("currentPassword", careful.password(), "newPassword", NEW))
                .expect(204);

        // Then
        assertEquals(410, waiting.post(path, Map.of()).status());
    }

    @Test
    void changesNothingForWhoDoesNotKnowThePassword() {
        // When
        Answer answer = changePassword("a wrong but long password");

        // Then
        assertEquals(401, answer.status());
        assertEquals("invalid-credentials", answer.problem());
        assertTrue(EveryService.knows(other.visitor()));
        suite.login(agent, address).expect(201);
    }

    @Test
    void endsAllOtherSessions() {
        // When
        session.visitor().delete("/agent/api/v1/sessions").expect(204);

        // Then
        EveryService.soonRefuses(other.visitor());
        assertTrue(EveryService.knows(session.visitor()));
        assertEquals(
                1,
                session.visitor()
                        .get("/agent/api/v1/sessions")
                        .json()
                        .get("items")
                        .size());
    }

    private Answer changePassword(String present) {
        return session.visitor()
                .put("/agent/api/v1/me/password", Map.of("currentPassword", present, "newPassword", NEW));
    }
}
