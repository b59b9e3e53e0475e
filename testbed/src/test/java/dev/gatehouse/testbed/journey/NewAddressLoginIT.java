package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A login from a new address, up to its notification, its events and the end of its session. */
@ExtendWith(RunningSuite.class)
class NewAddressLoginIT {
    private final Suite suite;

    NewAddressLoginIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void waitsForTheOwnersWordAndThenGetsItsSession() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();

        // When
        JsonNode challenge = suite.login(agent, address).expect(202).json().get("challenge");
        Mailbox.Received mail = suite.awaitVerificationMail(agent.email());
        VerificationPage page = VerificationPage.open(suite.visitor(), VerificationPage.linkIn(mail));

        // Then
        assertEquals("ip_verification", challenge.get("kind").asText());
        assertTrue(page.text().contains("Is this you signing in?"), page.text());
        assertTrue(page.text().contains(address), page.text());
        assertTrue(page.text().contains("Firefox"), page.text());
        assertTrue(!page.text().contains(agent.email()), "the account is masked");
        assertTrue(page.text().contains("This page never asks for your password."), page.text());
        page.trust(challenge.get("matchNumber").asText()).expect(200);
        Visitor waiting = suite.visitor().from(address);
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        Eventually.holds(
                "the challenge can be redeemed for a session",
                () -> waiting.post(path, Map.of()).status() == 201);
    }

    @Test
    void endsTheLongPollWhenTheLinkIsAnswered() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        JsonNode challenge = suite.login(agent, address).expect(202).json().get("challenge");
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));
        var poll = suite.visitor()
                .from(address)
                .getLater(
                        "/agent/api/v1/login-challenges/" + challenge.get("id").asText() + "?wait=25");

        // When
        VerificationPage.open(suite.visitor(), link)
                .trust(challenge.get("matchNumber").asText())
                .expect(200);

        // Then
        Eventually.within(Duration.ofSeconds(5), "the long poll ends before its time", poll::isDone);
        assertTrue(poll.join().expect(200).body().contains("approved"));
    }

    @Test
    void leavesNotificationsAndTraces() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();

        // When
        JsonNode session = suite.loginFromNewAddress(agent, address);

        // Then
        Visitor signedIn = suite.visitor().bearing(session.get("accessToken").asText());
        Eventually.holds(
                "the login notification is in the list", () -> kinds(signedIn).contains("login"));
        assertTrue(suite.mailbox().awaitTo(agent.email(), "New sign-in").text().contains(address));
        Eventually.holds("every step is in the audit log", () -> suite.auditedTypes(agent.id())
                .containsAll(List.of(
                        "account.created",
                        "login.challenged",
                        "address-verification.requested",
                        "address-verification.mailed",
                        "address-verification.approved",
                        "address.trusted",
                        "login.succeeded")));
    }

    @Test
    void needsNoVerificationTheSecondTime() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        suite.loginFromNewAddress(agent, address);

        // When
        Answer again = suite.login(agent, address);

        // Then
        assertEquals(201, again.status(), again.body());
    }

    @Test
    void endsTheChallengeWhenItsOwnerSaysNo() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        JsonNode challenge = suite.login(agent, address).expect(202).json().get("challenge");
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));

        // When
        VerificationPage.open(suite.visitor(), link).deny().expect(200);

        // Then
        Visitor waiting = suite.visitor().from(address);
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        Eventually.holds(
                "redeeming is refused for good",
                () -> waiting.post(path, Map.of()).status() == 410);
        assertEquals(202, suite.login(agent, address).status(), "the address is not trusted");
    }

    @Test
    void a15IsNotMovedByAScannerThatOpensTheLink() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        JsonNode challenge = suite.login(agent, address).expect(202).json().get("challenge");
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));

        // When
        for (int times = 0; times < 5; times++) {
            suite.visitor().get(link).expect(200);
        }

        // Then
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        suite.visitor().from(address).post(path, Map.of()).expect(409);
        VerificationPage.open(suite.visitor(), link)
                .trust(challenge.get("matchNumber").asText())
                .expect(200);
        Eventually.holds(
                "the owner can still confirm",
                () -> suite.visitor().from(address).post(path, Map.of()).status() == 201);
    }

    @Test
    void isClosedByThreeWrongNumbers() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        JsonNode challenge = suite.login(agent, address).expect(202).json().get("challenge");
        int right = challenge.get("matchNumber").asInt();
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));

        // When
        for (int wrong = 1; wrong <= 3; wrong++) {
            VerificationPage.open(suite.visitor(), link).trust(Integer.toString(10 + (right - 10 + wrong) % 90));
        }

        // Then
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        Eventually.holds(
                "the sign-in is over",
                () -> suite.visitor().from(address).post(path, Map.of()).status() == 410);
    }

    private static List<String> kinds(Visitor signedIn) {
        return signedIn.get("/agent/api/v1/notifications")
                .expect(200)
                .json()
                .get("items")
                .findValuesAsText("kind");
    }
}
