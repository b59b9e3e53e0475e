package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.InvitationPage;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account without a password: its owner is mailed a link and chooses one. */
@ExtendWith(RunningSuite.class)
class InvitationIT {
    private final Suite suite;

    InvitationIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void letsAnAgentChooseAPasswordAndLogIn() {
        // Given
        Agent invited = suite.newInvitedAgent();
        InvitationPage page = InvitationPage.open(suite.visitor(), linkMailedTo(invited));
        assertEquals(200, page.status());
        assertTrue(page.text().contains(invited.email()), page.text());
        assertFalse(page.text().contains("never asks for your password"), page.text());

        // When
        InvitationPage done = page.choose(invited.password());

        // Then
        assertEquals(200, done.status());
        assertTrue(done.text().contains("Your account is ready"), done.text());
        suite.loginFromNewAddress(invited, suite.freshAddress());
        Eventually.holds("every step is in the audit log", () -> suite.auditedTypes(invited.id())
                .containsAll(List.of("account.created", "password.changed", "login.succeeded")));
    }

    @Test
    void worksOnce() {
        // Given
        Agent invited = suite.newInvitedAgent();
        String link = linkMailedTo(invited);
        InvitationPage page = InvitationPage.open(suite.visitor(), link);
        assertEquals(200, page.choose(invited.password()).status());

        // When
        InvitationPage again = page.choose("another password of a thief");

        // Then
        assertEquals(404, again.status());
        assertEquals(404, InvitationPage.open(suite.visitor(), link).status());
        assertEquals(
                401,
                suite.login(invited.typing("another password of a thief"), suite.freshAddress())
                        .status());
        assertEquals(202, suite.login(invited, suite.freshAddress()).status(), "the first one counts");
    }

    @Test
    void a15IsNotSpentByAScannerOrByABadPassword() {
        // Given
        Agent invited = suite.newInvitedAgent();
        String link = linkMailedTo(invited);
        for (int times = 0; times < 5; times++) {
            suite.visitor().get(link).expect(200);
        }

        // When
        InvitationPage refused = InvitationPage.open(suite.visitor(), link).choose("too short");

        // Then
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("That password cannot be used"), refused.text());
        assertEquals(200, refused.choose(invited.password()).status());
    }

    @Test
    void refusesTheLoginUntilThen() {
        // Given
        Agent invited = suite.newInvitedAgent();
        Agent known = suite.newAgent();

        // When
        Answer early = suite.login(invited, suite.freshAddress());

        // Then
        assertEquals(401, early.status());
        assertEquals(
                suite.login(known.typing("a wrong but long password"), suite.freshAddress())
                        .withoutTrace(),
                early.withoutTrace());
    }

    @Test
    void belongsToOneAudience() {
        // Given
        Agent invited = suite.newInvitedAgent();
        String link = linkMailedTo(invited);
        String token = link.substring(link.lastIndexOf('/') + 1);
        Map<String, String> choice = Map.of("password", invited.password());

        // When
        Answer asUser = suite.visitor().post("/api/v1/invitations/" + token, choice);

        // Then
        assertEquals(404, asUser.status());
        suite.visitor().post("/agent/api/v1/invitations/" + token, choice).expect(204);
        assertEquals(202, suite.login(invited, suite.freshAddress()).status());
    }

    @Test
    void isDeadWithItsAccount() {
        // Given
        Agent invited = suite.newInvitedAgent();
        String link = linkMailedTo(invited);

        // When
        suite.admin().delete("/admin/api/v1/accounts/" + invited.id()).expect(204);

        // Then
        assertEquals(404, InvitationPage.open(suite.visitor(), link).status());
    }

    private String linkMailedTo(Agent invited) {
        return InvitationPage.linkIn(suite.mailbox().awaitTo(invited.email(), "Choose a password"));
    }
}
