package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.EveryService;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person who is forgotten: nothing personal stays in any service, and the record of what happened does. */
@ExtendWith(RunningSuite.class)
class ErasedAccountIT {
    private final Suite suite;
    private final Agent agent;
    private final Session session;
    private final Visitor admin;

    ErasedAccountIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.session = suite.newSession(agent, suite.freshAddress());
        this.admin = suite.admin();
        admin.delete("/admin/api/v1/accounts/" + agent.id()).expect(204);
    }

    @Test
    void isOutEverywhereAndCannotComeBack() {
        // Then
        EveryService.soonRefuses(session.visitor());
        assertEquals(401, suite.login(agent, suite.freshAddress()).status());
    }

    @Test
    void leavesNeitherNameNorAddressNorTrust() {
        // Then
        JsonNode account =
                admin.get("/admin/api/v1/accounts/" + agent.id()).expect(200).json();
        assertEquals("erased", account.get("status").asText());
        assertTrue(account.path("email").isNull(), account.toString());
        assertTrue(account.path("displayName").isNull(), account.toString());
        Eventually.holds("no address is trusted for it", () -> items(
                        "/admin/api/v1/ip-trust/trusted-addresses?accountId=" + agent.id())
                .isEmpty());
        Eventually.holds(
                "no delivery shows the address", () -> !admin.get("/admin/api/v1/notifications/deliveries?limit=200")
                        .expect(200)
                        .body()
                        .contains(agent.email()));
    }

    @Test
    void staysInTheAuditLogWithoutTheAddress() {
        // Then
        Eventually.holds("its erasure is published", () -> suite.auditedTypes(agent.id())
                .containsAll(List.of("account.created", "login.succeeded", "account.erased")));
        assertFalse(suite.auditLog().about(agent.id()).toString().contains(agent.email()));
    }

    @Test
    void makesRoomForAnotherWithTheSameAddress() {
        // When
        JsonNode created = admin.post(
                        "/admin/api/v1/accounts",
                        Map.of("email", agent.email(), "displayName", "Ada again", "kind", "agent"))
                .expect(201)
                .json();

        // Then
        assertFalse(created.get("id").asText().equals(agent.id()));
        assertEquals("invited", created.get("status").asText());
    }

    private List<JsonNode> items(String path) {
        return admin.get(path).expect(200).json().findValues("id");
    }
}
