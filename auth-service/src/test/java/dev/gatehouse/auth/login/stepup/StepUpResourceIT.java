package dev.gatehouse.auth.login.stepup;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.Meters;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class StepUpResourceIT {
    @Inject
    People people;

    private Person admin;
    private Browser browser;
    private LoggedIn loggedIn;

    @BeforeEach
    void logInLongAgo() {
        admin = people.administrator();
        browser = Browser.of(admin);
        String refreshToken = LoggedIn.by(browser, admin).refreshToken();
        StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE session SET authenticated_at = NOW(3) - INTERVAL 16 MINUTE WHERE account_id = ?",
                        (Object) UuidBytes.bytes(admin.id()));
        Response refreshed = browser.refresh(refreshToken);
        loggedIn = new LoggedIn(
                UUID.fromString(refreshed.path("session.id")),
                refreshed.path("accessToken"),
                refreshed.path("refreshToken"));
    }

    @Test
    void givesATokenThatAdministrativeChangesAccept() {
        // Given
        String account = "/admin/api/v1/accounts/" + people.agent().id() + "/sessions";
        browser.with(loggedIn.accessToken())
                .delete(account)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:gatehouse:problem:step-up-required"));

        // When
        Response answer = prove(People.PASSWORD);

        // Then
        answer.then().statusCode(200).body("tokenType", equalTo("Bearer")).body("expiresIn", equalTo(300));
        browser.with(answer.path("accessToken")).delete(account).then().statusCode(204);
        assertEquals(
                loggedIn.sessionId().toString(),
                PublishedEvents.event(EventType.STEP_UP_SUCCEEDED, admin.id())
                        .path("sessionId")
                        .asText());
    }

    @Test
    void theNextRefreshRemembersIt() {
        // Given
        prove(People.PASSWORD).then().statusCode(200);

        // When
        String token = browser.refresh(loggedIn.refreshToken()).path("accessToken");

        // Then
        browser.with(token)
                .delete("/admin/api/v1/accounts/" + people.agent().id() + "/sessions")
                .then()
                .statusCode(204);
    }

    @Test
    void refusesAWrongPasswordAndPublishesIt() {
        // When
        Response answer = prove("not the password at all");

        // Then
        answer.then().statusCode(401).body("type", equalTo("urn:gatehouse:problem:invalid-credentials"));
        assertEquals(
                "wrong_password",
                PublishedEvents.event(EventType.STEP_UP_FAILED, admin.id())
                        .path("reason")
                        .asText());
    }

    /** Whoever stole a session must not guess the password in it. */
    @Test
    void looksAtNoSixthPasswordInARowNeitherHereNorWhereItIsChanged() {
        // Given
        for (int guess = 0; guess < 5; guess++) {
            prove("not the password at all").then().statusCode(401);
        }
        long before = Meters.times("gatehouse.password.hash");

        // Then
        prove(People.PASSWORD)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:gatehouse:problem:too-many-attempts"));
        browser.with(loggedIn.accessToken())
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", People.PASSWORD, "newPassword", "another phrase that is hard"))
                .put(browser.path("/me/password"))
                .then()
                .statusCode(429);
        assertEquals(before, Meters.times("gatehouse.password.hash"));
        browser.login(admin).then().statusCode(201);
    }

    @Test
    void forgetsWrongPasswordsAfterARightOne() {
        for (int round = 0; round < 2; round++) {
            for (int guess = 0; guess < 4; guess++) {
                prove("not the password at all").then().statusCode(401);
            }
            prove(People.PASSWORD).then().statusCode(200);
        }
    }

    @Test
    void refusesAPasswordThatIsTooLong() {
        prove("x".repeat(129)).then().statusCode(422);
    }

    private Response prove(String password) {
        return browser.with(loggedIn.accessToken())
                .contentType(ContentType.JSON)
                .body(Map.of("password", password))
                .post(browser.path("/me/step-up"));
    }
}
