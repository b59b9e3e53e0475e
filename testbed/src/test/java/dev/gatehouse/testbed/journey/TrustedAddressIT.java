package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where an agent may sign in from without a mail: what was confirmed, and what an administrator trusts for all. */
@ExtendWith(RunningSuite.class)
class TrustedAddressIT {
    private static final String OWN = "/agent/api/v1/ip-trust/trusted-addresses";
    private static final String OF_ALL = "/admin/api/v1/ip-trust/trusted-addresses";
    private static final String NETWORKS = "/admin/api/v1/ip-trust/networks";

    private final Suite suite;

    TrustedAddressIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void isListedAndWithdrawnByItsOwner() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        Visitor owner = suite.newSession(agent, address).visitor();
        JsonNode listed = owner.get(OWN).expect(200).json().get("items");
        assertEquals(1, listed.size());
        assertEquals(networkOf(address), listed.at("/0/network").asText());

        // When
        owner.delete(OWN + "/" + listed.at("/0/id").asText()).expect(204);

        // Then
        Eventually.holds(
                "the next sign-in from there waits again",
                () -> suite.login(agent, address).status() == 202);
        assertEquals(0, owner.get(OWN).json().get("items").size());
        suite.auditLog().awaitOne(agent.id(), "address.untrusted");
    }

    @Test
    void a25IsHiddenFromOthers() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        Visitor owner = suite.newSession(agent, address).visitor();
        String id = owner.get(OWN).expect(200).json().at("/items/0/id").asText();
        Visitor other = suite.newSession(suite.newAgent(), suite.freshAddress()).visitor();

        // When
        int status = other.delete(OWN + "/" + id).status();

        // Then
        assertEquals(404, status);
        assertEquals(1, owner.get(OWN).json().get("items").size());
        suite.login(agent, address).expect(201);
    }

    @Test
    void isListedAndWithdrawnByAnAdministrator() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        suite.newSession(agent, address);
        Visitor admin = suite.admin();
        JsonNode listed = admin.get(OF_ALL + "?accountId=" + agent.id())
                .expect(200)
                .json()
                .get("items");
        assertEquals(1, listed.size());

        // When
        admin.delete(OF_ALL + "/" + listed.at("/0/id").asText()).expect(204);

        // Then
        Eventually.holds(
                "the next sign-in from there waits again",
                () -> suite.login(agent, address).status() == 202);
    }

    @Test
    void isNotNeededWithinATrustedNetwork() {
        // Given
        String address = suite.freshAddress();
        Agent first = suite.newAgent();
        Visitor admin = suite.admin();

        // When
        String id = admin.post(NETWORKS, Map.of("network", networkOf(address), "note", "Office Berlin"))
                .expect(201)
                .json()
                .get("id")
                .asText();

        // Then
        Eventually.holds(
                "sign-ins from there do not wait",
                () -> suite.login(first, address).status() == 201);
        Agent second = suite.newAgent();
        Visitor client = suite.visitor().from(address);
        Session session = Session.of(client, suite.login(second, address).expect(201));
        suite.mailbox().awaitTo(second.email(), "New sign-in");
        assertEquals(List.of(), suite.verificationMails(second.email()));
        assertTrue(admin.get(NETWORKS).expect(200).json().findValuesAsText("id").contains(id));
        admin.delete(NETWORKS + "/" + id).expect(204);
        Eventually.holds("they wait again", () -> suite.login(second, address).status() == 202);
        JsonNode recheck = client.post("/agent/api/v1/sessions/refresh", Map.of("refreshToken", session.refreshToken()))
                .expect(202)
                .json();
        assertEquals("ip_verification", recheck.at("/challenge/kind").asText(), "and so does the open session");
    }

    /** What is trusted of an IPv6 address is its /64. */
    private static String networkOf(String address) {
        return address.replaceAll("::7$", "::/64");
    }
}
