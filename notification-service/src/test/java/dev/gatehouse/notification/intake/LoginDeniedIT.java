package dev.gatehouse.notification.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Mailbox.Received;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.PasswordChangeRequired;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.notification.NotificationApi;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.Published;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** T01: after "No, this wasn't me" the agent and all administrators are told, by mail and in the app. */
@QuarkusTest
@NotificationStack
class LoginDeniedIT {
    private static final String THIEF = "198.51.100.77";

    @Test
    void t01TellsTheAgentAndEveryAdministrator() {
        // Given
        AccountState agent = Published.agent(Published.id());
        Published.state(Topic.ACCOUNTS, agent);
        UUID one = administrator();
        UUID two = administrator();

        // When
        denied(agent.id());

        // Then
        Map<String, Object> own = NotificationApi.of(agent.id(), 1).getFirst();
        assertEquals("login_denied", own.get("kind"));
        assertEquals(THIEF, own.get("ip"));
        assertTrue(mailTo(agent.id()).text().contains("all your sessions have ended"));
        for (UUID admin : List.of(one, two)) {
            Map<String, Object> alert = NotificationApi.of(admin, 1).getFirst();
            assertEquals("login_denied_alert", alert.get("kind"));
            assertTrue(String.valueOf(alert.get("text")).contains("Ada Lovelace (" + agent.email() + ")"));
            Received mail = mailTo(admin);
            assertEquals("An agent reported a sign-in as not theirs — Helpdesk", mail.subject());
            assertTrue(mail.text().contains(THIEF), mail.text());
            assertTrue(mail.text().contains("cannot be switched off"), mail.text());
        }
    }

    @Test
    void t01AnAdministratorWhoDeniedItIsToldOnce() {
        // Given
        UUID admin = administrator();
        UUID other = administrator();

        // When
        denied(admin);

        // Then
        NotificationApi.of(other, 1);
        assertEquals("login_denied", NotificationApi.of(admin, 1).getFirst().get("kind"));
    }

    @Test
    void theAlertIsDeletedWithTheAccountThatItNames() {
        // Given
        UUID agent = Published.newAgent();
        UUID admin = administrator();
        denied(agent);
        NotificationApi.of(admin, 1);

        // When
        Published.erased(agent, 2);

        // Then
        NotificationApi.of(admin, 0);
    }

    @Test
    void anAdministratorsRequirementTellsTheAgentAlone() {
        // Given
        UUID agent = Published.newAgent();
        UUID admin = administrator();

        // When
        Published.happened(Published.event(new PasswordChangeRequired(
                        PasswordChangeReason.BY_ADMIN, 1, "Found in a list", null, null, List.of()))
                .about(agent)
                .by(Actor.agent(admin))
                .from("203.0.113.5", Published.FIREFOX));
        Published.happened(Published.login(admin, Published.ip()), agent.toString());

        // Then
        Map<String, Object> own = NotificationApi.of(agent, 1).getFirst();
        assertEquals("password_change_required", own.get("kind"));
        assertFalse(String.valueOf(own.get("text")).contains("203.0.113.5"));
        assertEquals("login", NotificationApi.of(admin, 1).getFirst().get("kind"));
        assertTrue(mailTo(agent).text().contains("Reason given: Found in a list"));
    }

    private static void denied(UUID agent) {
        Published.happened(Published.event(new PasswordChangeRequired(
                        PasswordChangeReason.LOGIN_DENIED, 1, null, THIEF, Published.FIREFOX, List.of()))
                .about(agent)
                .by(Actor.agent(agent))
                .from("203.0.113.7", Published.FIREFOX));
    }

    private static UUID administrator() {
        UUID id = Published.id();
        AccountState admin = new AccountState(
                id, AccountKind.AGENT, id + "@example.net", "Grace", "en", "UTC", true, AccountStatus.ACTIVE, 1);
        Published.state(Topic.ACCOUNTS, admin);
        NotificationApi.awaitAccount(admin);
        return id;
    }

    private static Received mailTo(UUID account) {
        Awaitility.await()
                .until(() -> !StackEnds.mailbox().to(account + "@example.net").isEmpty());
        return StackEnds.mailbox().to(account + "@example.net").getLast();
    }
}
