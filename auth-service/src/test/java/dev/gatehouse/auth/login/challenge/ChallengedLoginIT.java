package dev.gatehouse.auth.login.challenge;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.security.secret.SharedKeys;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.LoginChallenged;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which logins are challenged. */
@QuarkusTest
@AuthStack
class ChallengedLoginIT extends AgentUnderIpTrust {
    @Inject
    SharedKeys keys;

    @Test
    void challengesALoginFromAnUntrustedAddress() {
        // When
        Response answer = browser.login(agent);

        // Then
        answer.then()
                .statusCode(202)
                .body("challenge.kind", equalTo("ip_verification"))
                .body("challenge.state", equalTo("pending"))
                .body("challenge.id", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("challenge.matchNumber", allOf(greaterThanOrEqualTo(10), lessThanOrEqualTo(99)));
    }

    @Test
    void publishesAReferenceAndAProofAndNoSecret() {
        // When
        Response answer = browser.login(agent);

        // Then
        JsonNode published = PublishedEvents.event(EventType.LOGIN_CHALLENGED, agent.id());
        UUID reference =
                UUID.fromString(published.path("data").path("reference").asText());
        String number = Integer.toString(answer.path("challenge.matchNumber"));
        assertTrue(keys.proof(LoginChallenged.MATCH_NUMBER)
                .fits(published.path("data").path("matchNumberProof").asText(), reference, number));
        assertEquals(HERE, published.path("ip").asText());
        assertEquals(
                answer.path("challenge.expiresAt"),
                published.path("data").path("expiresAt").asText());
        assertFalse(published.toString().contains(answer.<String>path("challenge.id")));
    }

    @Test
    void wrongPasswordsAreNotChallenged() {
        browser.login(agent.email(), "not the password at all").then().statusCode(401);
    }

    @Test
    void usersAreNotChallenged() {
        // Given
        Person user = people.user();

        // Then
        Browser.of(user).login(user).then().statusCode(201);
    }

    @Test
    void onlyAdministratorsAreChallengedIfThatIsTheScope() {
        // Given
        ipTrust.onForAdministrators();
        Person admin = people.administrator();

        // Then
        browser.login(agent).then().statusCode(201);
        Browser.of(admin).login(admin).then().statusCode(202);
    }

    @Test
    void trustedNetworksAreNotChallenged() {
        // Given
        ipTrust.on("203.0.113.0/24");

        // Then
        browser.login(agent).then().statusCode(201);
        browser.from("198.51.100.1").login(agent).then().statusCode(202);
    }
}
