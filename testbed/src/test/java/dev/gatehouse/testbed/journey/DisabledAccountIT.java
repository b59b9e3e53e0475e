package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** An account that an administrator disabled is out everywhere, and looks like one that never was. */
@ExtendWith(RunningSuite.class)
class DisabledAccountIT {
    private final Suite suite;
    private final Agent agent;
    private final String address;
    private final Session session;

    DisabledAccountIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.address = suite.freshAddress();
        this.session = suite.newSession(agent, address);
    }

    @Test
    void losesItsSessionsInAllServices() {
        // Given
        assertTrue(EveryService.knows(session.visitor()));

        // When
        becomes("disabled");

        // Then
        EveryService.soonRefuses(session.visitor());
        suite.auditLog().awaitOne(agent.id(), "account.disabled");
    }

    @Test
    void cannotRefresh() {
        // When
        becomes("disabled");

        // Then
        Answer refreshed =
                session.client().post("/agent/api/v1/sessions/refresh", Map.of("refreshToken", session.refreshToken()));
        assertEquals(401, refreshed.status());
        assertEquals("session-revoked", refreshed.problem());
    }

    @Test
    void isAnsweredLikeAnUnknownOneAtLogin() {
        // When
        becomes("disabled");

        // Then
        Answer signedIn = suite.login(agent, address);
        Answer unknown = suite.login(new Agent("", "nobody-" + agent.email(), agent.password()), suite.freshAddress());
        assertEquals(401, signedIn.status());
        assertEquals(unknown.withoutTrace(), signedIn.withoutTrace());
        assertEquals(
                "account_disabled",
                suite.auditLog()
                        .awaitOne(agent.id(), "login.failed")
                        .get("reason")
                        .asText());
    }

    @Test
    void cannotRedeemAChallengeThatWasApprovedBefore() {
        // Given
        Agent waitingAgent = suite.newAgent();
        Visitor waiting = suite.visitor().from(suite.freshAddress());
        String path = suite.approved(
                waitingAgent,
                waiting,
                waiting.post("/agent/api/v1/sessions", waitingAgent.credentials())
                        .expect(202)
                        .json()
                        .get("challenge"));

        // When
        becomes("disabled", waitingAgent);

        // Then
        assertEquals(410, waiting.post(path, Map.of()).status());
    }

    @Test
    void signsInAgainWhenItIsEnabledAndItsOldSessionsStayEnded() {
        // Given
        becomes("disabled");

        // When
        becomes("active");

        // Then
        suite.login(agent, address).expect(201);
        EveryService.soonRefuses(session.visitor());
    }

    private void becomes(String status) {
        becomes(status, agent);
    }

    private void becomes(String status, Agent whose) {
        Visitor admin = suite.admin();
        String account = "/admin/api/v1/accounts/" + whose.id();
        String version = admin.get(account).expect(200).header("ETag");
        admin.with("If-Match", version).patch(account, Map.of("status", status)).expect(200);
    }
}
