package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.EveryService;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The right to administer: given with a reason, seen by all administrators, taken back at once. */
@ExtendWith(RunningSuite.class)
class AdminRightIT {
    private static final String REASON = "Covers for Grace in July";

    private final Suite suite;
    private final Agent agent;
    private final String address;
    private final Session session;

    AdminRightIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.address = suite.freshAddress();
        this.session = suite.newSession(agent, address);
    }

    @Test
    void endsTheSessionsThatBeganWithoutIt() {
        // Given
        assertTrue(EveryService.keepsFromAdministration(session.visitor()));

        // When
        Answer granted = grant(suite.admin());

        // Then
        assertTrue(granted.expect(200).json().get("admin").asBoolean());
        EveryService.soonRefuses(session.visitor());
        assertTrue(EveryService.isAdministeredBy(signedInAgain().visitor()));
    }

    @Test
    void countsFromTheNextLogin() {
        // When
        grant(suite.admin()).expect(200);

        // Then
        Answer signedIn = suite.login(agent, address).expect(201);
        assertTrue(EveryService.isAdministeredBy(
                Session.of(suite.visitor(), signedIn).visitor()));
    }

    @Test
    void saysWhoHasItSinceWhenAndWhyAndWhenItWasUsed() {
        // Given
        Visitor admin = suite.admin();
        String adminId = ownId(admin);

        // When
        grant(admin).expect(200);

        // Then
        JsonNode entry = listed(admin).orElseThrow();
        assertEquals(agent.email(), entry.get("email").asText());
        assertEquals(adminId, entry.get("grantedBy").asText());
        assertEquals(REASON, entry.get("reason").asText());
        assertFalse(entry.get("grantedAt").asText().isEmpty());
        assertTrue(entry.path("lastAdminActionAt").isNull());
        signedInAgain()
                .visitor()
                .post(
                        "/admin/api/v1/accounts",
                        Map.of("email", "by-" + agent.email(), "displayName", "Grace", "kind", "agent"))
                .expect(201);
        Eventually.holds("the use of the right is noted", () -> listed(admin)
                .map(seen -> seen.path("lastAdminActionAt").isTextual())
                .orElseThrow());
    }

    @Test
    void isToldToTheAgentAndToTheAuditLog() {
        // When
        grant(suite.admin()).expect(200);

        // Then
        assertTrue(suite.mailbox()
                .awaitTo(agent.email(), "You are now an administrator")
                .text()
                .contains(REASON));
        JsonNode event = suite.auditLog().awaitOne(agent.id(), "admin-right.granted");
        assertEquals(REASON, event.at("/data/reason").asText());
        Visitor signedIn = signedInAgain().visitor();
        Eventually.holds(
                "the notification is in the list",
                () -> signedIn.get("/agent/api/v1/notifications").body().contains("admin_granted"));
    }

    @Test
    void endsEverySessionWhenItIsWithdrawn() {
        // Given
        Visitor admin = suite.admin();
        grant(admin).expect(200);
        Session administrator = signedInAgain();
        assertTrue(EveryService.isAdministeredBy(administrator.visitor()));

        // When
        admin.put(right(agent.id()), Map.of("admin", false, "reason", "Grace is back"))
                .expect(200);

        // Then
        EveryService.soonRefuses(administrator.visitor());
        assertTrue(listed(admin).isEmpty());
        Answer again = suite.login(agent, address).expect(201);
        assertTrue(EveryService.keepsFromAdministration(
                Session.of(suite.visitor(), again).visitor()));
        assertEquals(
                "Grace is back",
                suite.auditLog()
                        .awaitOne(agent.id(), "admin-right.withdrawn")
                        .at("/data/reason")
                        .asText());
    }

    @Test
    void endsByItselfWhenItsTimeHasCome() {
        // Given
        Visitor admin = suite.admin();
        String end = Instant.now().plusSeconds(3).toString();

        // When
        admin.put(right(agent.id()), Map.of("admin", true, "reason", REASON, "expiresAt", end))
                .expect(200);

        // Then
        Session administrator = signedInAgain();
        assertTrue(EveryService.isAdministeredBy(administrator.visitor()));
        Eventually.within(
                Duration.ofSeconds(20), "the right is gone", () -> listed(admin).isEmpty());
        EveryService.soonRefuses(administrator.visitor());
    }

    @Test
    void cannotBeTakenFromOneself() {
        // Given
        Visitor admin = suite.admin();
        String own = "/admin/api/v1/accounts/" + ownId(admin);
        String version = admin.get(own).expect(200).header("ETag");

        // When
        Answer withdrawn = admin.put(own + "/admin", Map.of("admin", false, "reason", "I want to rest"));
        Answer disabled = admin.with("If-Match", version).patch(own, Map.of("status", "disabled"));
        Answer erased = admin.delete(own);

        // Then
        for (Answer answer : new Answer[] {withdrawn, disabled, erased}) {
            assertEquals(409, answer.status(), answer.body());
            assertEquals("own-admin-right", answer.problem());
        }
        assertTrue(EveryService.isAdministeredBy(admin));
    }

    @Test
    void isForAgentsOnlyAndNeedsAReason() {
        // Given
        Visitor admin = suite.admin();

        // When
        Answer toUser = admin.put(right(suite.newUser().id()), Map.of("admin", true, "reason", REASON));
        Answer withoutReason = admin.put(right(agent.id()), Map.of("admin", true));

        // Then
        assertEquals(422, toUser.status(), toUser.body());
        assertEquals("not-an-agent", toUser.json().at("/violations/0/code").asText());
        assertEquals(422, withoutReason.status(), withoutReason.body());
        assertTrue(listed(admin).isEmpty());
    }

    private Answer grant(Visitor admin) {
        return admin.put(right(agent.id()), Map.of("admin", true, "reason", REASON));
    }

    private Session signedInAgain() {
        return Session.of(session.client(), suite.login(agent, address).expect(201));
    }

    private Optional<JsonNode> listed(Visitor admin) {
        JsonNode items =
                admin.get("/admin/api/v1/admins?limit=200").expect(200).json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("accountId").asText().equals(agent.id()))
                .findFirst();
    }

    private static String ownId(Visitor admin) {
        return admin.get("/agent/api/v1/me").expect(200).json().get("id").asText();
    }

    private static String right(String accountId) {
        return "/admin/api/v1/accounts/" + accountId + "/admin";
    }
}
