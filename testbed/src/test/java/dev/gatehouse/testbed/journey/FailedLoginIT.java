package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A refused login: its owner and the audit log learn of it, and what was typed is stored nowhere. */
@ExtendWith(RunningSuite.class)
class FailedLoginIT {
    private static final String TYPED = "my-dog-is-called-Bello-1987";

    private final Suite suite;
    private final Agent agent;
    private final String address;

    FailedLoginIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.address = suite.freshAddress();
    }

    @Test
    void isToldToTheOwnerByMailAndInTheApp() {
        // When
        suite.login(agent.typing(TYPED), address).expect(401);

        // Then
        Mailbox.Received mail = suite.mailbox().awaitTo(agent.email(), "Failed sign-in");
        assertTrue(mail.text().contains(address), mail.text());
        assertFalse((mail.text() + mail.html()).contains(TYPED));
        Visitor owner = suite.newSession(agent, suite.freshAddress()).visitor();
        JsonNode notification = awaitNotification(owner, "Failed sign-in");
        assertEquals("login_failed", notification.get("kind").asText());
        assertEquals(address, notification.get("ip").asText());
    }

    @Test
    void countsUpInOneNotificationInsteadOfAMailForEach() {
        // Given
        String trusted = suite.freshAddress();
        Visitor owner = suite.newSession(agent, trusted).visitor();

        // When
        for (int times = 0; times < 5; times++) {
            suite.login(agent.typing(TYPED + times), address).expect(401);
        }

        // Then
        awaitNotification(owner, "5 failed sign-ins");
        Eventually.holds(
                "all stand in the audit log",
                () -> suite.auditLog().about(agent.id(), "login.failed").size() == 5);
        Eventually.holds("it is mailed", () -> mailsAbout("failed sign-in") > 0);
        suite.login(agent, trusted).expect(201);
        Eventually.holds("so is what happened later", () -> mailsAbout("new sign-in") == 2);
        assertEquals(1, mailsAbout("failed sign-in"));
    }

    @Test
    void isRecordedWithItsReasonAndWithoutWhatWasTyped() {
        // When
        suite.login(agent.typing(TYPED), address).expect(401);

        // Then
        JsonNode event = suite.auditLog().awaitOne(agent.id(), "login.failed");
        assertEquals("failure", event.get("outcome").asText());
        assertEquals("wrong_password", event.get("reason").asText());
        assertEquals(address, event.get("ip").asText());
        assertEquals("anonymous", event.at("/actor/kind").asText());
        assertFalse(event.toString().contains(TYPED));
        assertFalse(event.toString().contains(agent.email()));
    }

    @Test
    void ofAnUnknownAccountIsRecordedByADigestOnly() {
        // When
        suite.login(new Agent("", TYPED, TYPED), address).expect(401);
        suite.login(new Agent("", TYPED, TYPED + "!"), address).expect(401);

        // Then
        Eventually.holds(
                "both stand in the audit log",
                () -> suite.auditLog().from(address, "login.failed").size() == 2);
        List<JsonNode> events = suite.auditLog().from(address, "login.failed");
        assertEquals("unknown_account", events.getFirst().get("reason").asText());
        assertEquals(
                events.getFirst().at("/data/emailDigest"),
                events.getLast().at("/data/emailDigest"),
                "the same text is recognised");
        assertFalse(events.toString().contains(TYPED));
    }

    @Test
    void isNotMailedToWhoChoseOtherwise() {
        // Given
        String trusted = suite.freshAddress();
        Visitor owner = suite.newSession(agent, trusted).visitor();
        String path = "/agent/api/v1/notifications/preferences";
        owner.with("If-Match", owner.get(path).expect(200).header("ETag"))
                .put(path, Map.of("login_failed", Map.of("email", false, "inApp", true)))
                .expect(200);

        // When
        suite.login(agent.typing(TYPED), address).expect(401);

        // Then
        awaitNotification(owner, "Failed sign-in");
        suite.login(agent, trusted).expect(201);
        Eventually.holds("what happened later is mailed", () -> mailsAbout("new sign-in") == 2);
        assertEquals(0, mailsAbout("failed sign-in"));
    }

    /** How many mails to the agent are about this, "5 failed sign-ins" being about "failed sign-in". */
    private long mailsAbout(String subject) {
        return suite.mailbox().to(agent.email()).stream()
                .filter(mail -> mail.subject().toLowerCase(Locale.ROOT).contains(subject))
                .count();
    }

    @CanIgnoreReturnValue
    private static JsonNode awaitNotification(Visitor owner, String title) {
        Eventually.holds(title + " is in the list", () -> titled(owner, title).size() == 1);
        return titled(owner, title).getFirst();
    }

    private static List<JsonNode> titled(Visitor owner, String title) {
        JsonNode items =
                owner.get("/agent/api/v1/notifications").expect(200).json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("title").asText().equals(title))
                .toList();
    }
}
