package dev.gatehouse.auth.login.challenge;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.AddressVerificationDenied;
import dev.gatehouse.contracts.event.AddressVerificationExpired;
import dev.gatehouse.contracts.event.DenialReason;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class ChallengeResourceIT extends AgentUnderIpTrust {
    @Test
    void aPendingChallengeCannotBeRedeemed() {
        // Given
        String id = challenge();

        // Then
        assertProblem(browser.redeem(id), 409, "challenge-pending");
        browser.challenge(id, 0).then().statusCode(200).body("state", equalTo("pending"));
    }

    @Test
    void trustWakesTheWaitingClientWhichRedeemsItsSession() {
        // Given
        String id = challenge();
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> browser.challenge(id, 25));
        awaitAWaiter();

        // When
        ipTrust.trusts(agent, HERE);

        // Then
        waiting.join().then().statusCode(200).body("state", equalTo("approved")).time(lessThan(15_000L));
        browser.redeem(id)
                .then()
                .statusCode(201)
                .body("session.accountId", equalTo(agent.id().toString()));
        assertEquals(
                HERE,
                PublishedEvents.event(EventType.LOGIN_SUCCEEDED, agent.id())
                        .path("ip")
                        .asText());
        browser.login(agent).then().statusCode(201);
    }

    @Test
    void withdrawnTrustAppliesToTheNextLogin() {
        // Given
        ipTrust.trusts(agent, HERE);
        Awaitility.await().until(() -> browser.login(agent).statusCode() == 201);

        // When
        ipTrust.untrusts(agent, HERE);

        // Then
        Awaitility.await().until(() -> browser.login(agent).statusCode() == 202);
    }

    @Test
    void trustInAnotherAddressOrOfAnotherAgentApprovesNothing() {
        // Given
        Person colleague = people.agent();
        String id = challenge();

        // When
        ipTrust.trusts(agent, "198.51.100.7");
        ipTrust.trusts(colleague, HERE);

        // Then
        Awaitility.await().until(() -> Browser.of(colleague).login(colleague).statusCode() == 201);
        Awaitility.await().until(() -> browser.from("198.51.100.7").login(agent).statusCode() == 201);
        assertProblem(browser.redeem(id), 409, "challenge-pending");
    }

    @Test
    void aTrustedPrefixApprovesItsAddresses() {
        // Given
        Browser athome = browser.from("2001:db8:1:2::77");
        String id = athome.login(agent).path("challenge.id");

        // When
        ipTrust.trusts(agent, "2001:db8:1:2::/64");

        // Then
        Awaitility.await()
                .until(() -> athome.challenge(id, 0).<String>path("state").equals("approved"));
        athome.redeem(id).then().statusCode(201);
    }

    @Test
    void aDeniedChallengeIsClosed() {
        // Given
        String id = challenge();

        // When
        ipTrust.happened(agent, new AddressVerificationDenied(reference(), DenialReason.BY_PERSON));

        // Then
        browser.challenge(id, 25)
                .then()
                .statusCode(200)
                .body("state", equalTo("denied"))
                .time(lessThan(15_000L));
        assertProblem(browser.redeem(id), 410, "challenge-closed");
        ipTrust.trusts(agent, HERE);
        Awaitility.await()
                .until(() -> browser.login(agent).<String>path("challenge.kind").equals("password_change"));
        assertProblem(browser.redeem(id), 410, "challenge-closed");
    }

    /** T23: a client does not wait for an account that is gone. */
    @Test
    void t23TheChallengeOfAnErasedAccountIsClosedAtOnce() {
        // Given
        String id = challenge();
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> browser.challenge(id, 25));
        awaitAWaiter();

        // When
        RestAssured.given()
                .auth()
                .oauth2(people.adminToken())
                .delete("/admin/api/v1/accounts/" + agent.id())
                .then()
                .statusCode(204);

        // Then
        waiting.join().then().statusCode(200).body("state", equalTo("expired")).time(lessThan(15_000L));
        assertProblem(browser.redeem(id), 410, "challenge-closed");
    }

    @Test
    void anUnansweredChallengeIsClosed() {
        // Given
        String id = challenge();

        // When
        ipTrust.happened(agent, new AddressVerificationExpired(reference()));

        // Then
        browser.challenge(id, 25)
                .then()
                .statusCode(200)
                .body("state", equalTo("expired"))
                .time(lessThan(15_000L));
        assertProblem(browser.redeem(id), 410, "challenge-closed");
    }

    @Test
    void anApprovedChallengeExpires() {
        // Given
        String id = challenge();
        ipTrust.trusts(agent, HERE);
        Awaitility.await()
                .until(() -> browser.challenge(id, 0).<String>path("state").equals("approved"));

        // When
        database("UPDATE login_challenge SET expires_at = NOW(3) - INTERVAL 1 SECOND WHERE account_id = ?");

        // Then
        browser.challenge(id, 0).then().statusCode(200).body("state", equalTo("expired"));
        assertProblem(browser.redeem(id), 410, "challenge-closed");
    }

    @Test
    void oneOfAHundredRequestsRedeemsTheSession() {
        // Given
        String id = approved();

        // When
        List<Integer> answers = Parallel.times(100, number -> browser.redeem(id).statusCode());

        // Then
        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        assertEquals(99, answers.stream().filter(status -> status == 410).count());
        assertEquals(
                1,
                StackEnds.database(AuthStack.SCHEMA)
                        .number("SELECT COUNT(*) FROM session WHERE account_id = ?", (Object)
                                UuidBytes.bytes(agent.id())));
        assertProblem(browser.challenge(id, 0), 410, "challenge-closed");
    }

    @Test
    void aDisabledAccountGetsNoSession() {
        // Given
        String id = approved();
        people.disable(agent);

        // Then
        assertProblem(browser.redeem(id), 410, "challenge-closed");
        assertEquals(
                "account_changed",
                PublishedEvents.event(EventType.LOGIN_FAILED, agent.id())
                        .path("reason")
                        .asText());
    }

    @Test
    void aChangedPasswordClosesTheChallenge() {
        // Given
        String id = approved();
        database("UPDATE credential SET changed_at = changed_at + INTERVAL 1 SECOND WHERE account_id = ?");

        // Then
        assertProblem(browser.redeem(id), 410, "challenge-closed");
        assertProblem(browser.redeem(id), 410, "challenge-closed");
        browser.login(agent).then().statusCode(201);
        PublishedEvents.event(EventType.LOGIN_SUCCEEDED, agent.id());
        assertEquals(
                1, PublishedEvents.events(EventType.LOGIN_FAILED, agent.id()).size());
    }

    @Test
    void keepsTheRequestedTransport() {
        // Given
        Response begun = browser.post(
                "/sessions", Map.of("email", agent.email(), "password", People.PASSWORD, "transport", "cookie"));
        ipTrust.trusts(agent, HERE);
        String id = begun.path("challenge.id");
        Awaitility.await()
                .until(() -> browser.challenge(id, 0).<String>path("state").equals("approved"));

        // Then
        browser.redeem(id).then().statusCode(201).header("Set-Cookie", matchesPattern("__Host-gatehouse-agent=.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"123456\"}", "{\"x\":1}", "[]", "", "nonsense"})
    void takesNoOtherAnswer(String body) {
        // Given
        String id = challenge();

        // Then
        browser.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(browser.path("/login-challenges/" + id))
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "26", "1000000"})
    void waitsNoLongerThan25Seconds(String wait) {
        browser.request()
                .queryParam("wait", wait)
                .get(browser.path("/login-challenges/" + "A".repeat(43)))
                .then()
                .statusCode(422);
    }

    @Test
    void respondsWhenTheTimeIsOver() {
        // Given
        String id = challenge();

        // Then
        browser.challenge(id, 1)
                .then()
                .statusCode(200)
                .body("state", equalTo("pending"))
                .time(greaterThan(900L));
    }

    @Test
    void limitsTheWaitersOfOneAccount() {
        // Given
        String id = challenge();

        // When
        List<Integer> answers =
                Parallel.times(15, number -> browser.challenge(id, 2).statusCode());

        // Then
        assertEquals(10, answers.stream().filter(status -> status == 200).count());
        assertEquals(5, answers.stream().filter(status -> status == 503).count());
    }

    private UUID reference() {
        return UUID.fromString(PublishedEvents.event(EventType.LOGIN_CHALLENGED, agent.id())
                .path("data")
                .path("reference")
                .asText());
    }

    private void database(String sql) {
        assertEquals(1, StackEnds.database(AuthStack.SCHEMA).update(sql, (Object) UuidBytes.bytes(agent.id())));
    }

    private static void awaitAWaiter() {
        Awaitility.await().until(() -> dev.gatehouse.auth.Meters.gauge("gatehouse.challenge.waiters") > 0);
    }
}
