package dev.gatehouse.auth.session.refresh;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.auth.session.lifetime.SessionTerms;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session of an agent that moves to an address which is not trusted. */
@QuarkusTest
@AuthStack
class AddressRecheckIT {
    private static final String OFFICE = "203.0.113.7";
    private static final String CAFE = "198.51.100.61";

    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    @Inject
    SessionTerms terms;

    private Person agent;
    private Browser office;
    private LoggedIn loggedIn;

    @BeforeEach
    void logInAtATrustedAddress() {
        agent = people.agent();
        office = Browser.of(agent);
        ipTrust.on(OFFICE + "/32");
        loggedIn = LoggedIn.by(office, agent);
    }

    @AfterEach
    void restore() {
        ipTrust.off();
        recheck(true);
    }

    @Test
    void mustProveTheAddressAndThenGoesOnWithTheSameToken() {
        // Given
        Browser cafe = office.from(CAFE);

        // When
        Response moved = cafe.refresh(loggedIn.refreshToken());

        // Then
        moved.then()
                .statusCode(202)
                .body("challenge.kind", equalTo("ip_verification"))
                .body("challenge.matchNumber", notNullValue());
        String challenge = moved.path("challenge.id");
        JsonNode challenged = PublishedEvents.event(EventType.LOGIN_CHALLENGED, agent.id());
        assertEquals(
                loggedIn.sessionId().toString(), challenged.path("sessionId").asText());
        cafe.redeem(challenge).then().statusCode(409);
        cafe.refresh(loggedIn.refreshToken()).then().statusCode(202);

        // When
        ipTrust.trusts(agent, CAFE);
        Eventually.until(() -> "approved".equals(cafe.challenge(challenge, 0).path("state")));

        // Then
        cafe.redeem(challenge).then().statusCode(204);
        cafe.redeem(challenge).then().statusCode(410);
        cafe.refresh(loggedIn.refreshToken())
                .then()
                .statusCode(200)
                .body("session.id", equalTo(loggedIn.sessionId().toString()));
        assertEquals(
                1, PublishedEvents.events(EventType.LOGIN_SUCCEEDED, agent.id()).size(), "no session was opened");
    }

    /** The owner at the trusted address is not disturbed by who holds a copy. */
    @Test
    void leavesTheOwnerAlone() {
        // When
        office.from(CAFE).refresh(loggedIn.refreshToken()).then().statusCode(202);

        // Then
        office.refresh(loggedIn.refreshToken()).then().statusCode(200);
    }

    @Test
    void judgesAUsedTokenAsEver() {
        // Given
        office.refresh(loggedIn.refreshToken()).then().statusCode(200);

        // When
        Response stolen = office.from(CAFE).refresh(loggedIn.refreshToken());

        // Then
        stolen.then()
                .statusCode(401)
                .body("type", equalTo("urn:gatehouse:problem:refresh-token-reused"))
                .body("reason", equalTo("refresh_token_reused"));
    }

    @Test
    void asksNobodyWhomIpTrustDoesNotConcern() {
        // Given
        Person user = people.user();
        LoggedIn ofUser = LoggedIn.by(Browser.of(user), user);
        Browser.of(user).from(CAFE).refresh(ofUser.refreshToken()).then().statusCode(200);

        // When
        ipTrust.onForAdministrators();

        // Then
        office.from(CAFE).refresh(loggedIn.refreshToken()).then().statusCode(200);
    }

    @Test
    void asksNobodyWhereItIsSwitchedOff() {
        // When
        recheck(false);

        // Then
        office.from(CAFE).refresh(loggedIn.refreshToken()).then().statusCode(200);
    }

    private void recheck(boolean on) {
        StackEnds.database(AuthStack.SCHEMA)
                .update("UPDATE session_setting SET recheck_address = ? WHERE kind = 'AGENT'", on);
        var unused = terms.read().await().atMost(Duration.ofSeconds(10));
    }
}
