package dev.gatehouse.auth.identity.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class ProfileResourceIT {
    private static final String NEW_PASSWORD = "quite another phrase, also long";

    @Inject
    People people;

    @Inject
    Admins admins;

    @Test
    void showsTheCallersAccountToItsAudience() {
        for (Person person : new Person[] {people.agent(), people.user()}) {
            // Given
            Browser browser = Browser.of(person);
            String token = LoggedIn.by(browser, person).accessToken();

            // When
            Response answer = browser.with(token).get(browser.path("/me"));

            // Then
            answer.then()
                    .statusCode(200)
                    .header("ETag", admins.etag(person.id()))
                    .body("id", equalTo(person.id().toString()))
                    .body("email", equalTo(person.email()));
        }
    }

    @Test
    void theOtherAudienceIsForbidden() {
        // Given
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        String token = LoggedIn.by(browser, agent).accessToken();

        // Then
        browser.with(token).get(browser.at(Audience.USER).path("/me")).then().statusCode(403);
        given().get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void editsNameLanguageAndTimeZoneOnly() {
        // Given
        Person user = people.user();
        Browser browser = Browser.of(user);
        String token = LoggedIn.by(browser, user).accessToken();

        String read = admins.etag(user.id());

        // When
        Response answer =
                patch(browser, token, read, Map.of("displayName", "Grace", "locale", "id", "timeZone", "Asia/Jakarta"));

        // Then
        String written = answer.then().statusCode(200).extract().header("ETag");
        assertNotEquals(read, written);
        answer.then().body("timeZone", equalTo("Asia/Jakarta"));
        JsonNode event = PublishedEvents.event(EventType.ACCOUNT_CHANGED, user.id());
        assertEquals("user", event.path("actor").path("kind").asText());
        assertEquals(user.id().toString(), event.path("actor").path("id").asText());
        assertEquals("203.0.113.7", event.path("ip").asText());
        for (String property : new String[] {"status", "admin", "kind", "email", "id"}) {
            patch(browser, token, written, Map.of(property, "active")).then().statusCode(400);
        }
        patch(browser, token, read, Map.of("displayName", "Eve")).then().statusCode(412);
        patch(browser, token, written, Map.of("displayName", "\u0000")).then().statusCode(422);
        browser.with(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .patch(browser.path("/me"))
                .then()
                .statusCode(428);
    }

    @Test
    void changingThePasswordEndsAllOtherSessions() {
        // Given
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        LoggedIn mine = LoggedIn.by(browser, agent);
        LoggedIn other = LoggedIn.by(browser.from("198.51.100.9"), agent);

        // When
        password(browser, mine.accessToken(), People.PASSWORD, NEW_PASSWORD)
                .then()
                .statusCode(204);

        // Then
        browser.refresh(other.refreshToken()).then().statusCode(401);
        Awaitility.await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> browser.with(other.accessToken())
                .get(browser.path("/me"))
                .then()
                .statusCode(401));
        browser.with(mine.accessToken()).get(browser.path("/me")).then().statusCode(200);
        browser.refresh(mine.refreshToken()).then().statusCode(200);
        browser.login(agent).then().statusCode(401);
        browser.login(agent.email(), NEW_PASSWORD).then().statusCode(201);
        JsonNode event = PublishedEvents.event(EventType.PASSWORD_CHANGED, agent.id());
        assertEquals(1, event.path("data").path("sessionsEnded").asInt());
        assertEquals(mine.sessionId().toString(), event.path("sessionId").asText());
        assertFalse(event.toString().contains(NEW_PASSWORD));
    }

    @Test
    void aWrongCurrentPasswordChangesNothingAndIsPublished() {
        // Given
        Person user = people.user();
        Browser browser = Browser.of(user);
        String token = LoggedIn.by(browser, user).accessToken();

        // When
        Response answer = password(browser, token, "not the present password", NEW_PASSWORD);

        // Then
        answer.then().statusCode(401).body("type", equalTo("urn:gatehouse:problem:invalid-credentials"));
        browser.login(user).then().statusCode(201);
        JsonNode event = PublishedEvents.event(EventType.PASSWORD_CHANGED, user.id());
        assertEquals("failure", event.path("outcome").asText());
        assertEquals("wrong_password", event.path("reason").asText());
    }

    @Test
    void refusesPasswordsThatBreakTheRule() {
        // Given
        Person user = people.user();
        Browser browser = Browser.of(user);
        String token = LoggedIn.by(browser, user).accessToken();

        // Then
        password(browser, token, People.PASSWORD, "short")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("newPassword"))
                .body("violations[0].code", equalTo("too-short"));
        password(browser, token, People.PASSWORD, People.PASSWORD)
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("unchanged"));
        password(browser, token, "x".repeat(129), NEW_PASSWORD).then().statusCode(422);
        browser.with(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .put(browser.path("/me/password"))
                .then()
                .statusCode(422);
        browser.with(token)
                .contentType(ContentType.JSON)
                .body("[1]")
                .put(browser.path("/me/password"))
                .then()
                .statusCode(400);
        browser.login(user).then().statusCode(201);
    }

    private static Response patch(Browser browser, String token, String version, Map<String, ?> body) {
        return browser.with(token)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .patch(browser.path("/me"));
    }

    private static Response password(Browser browser, String token, String current, String replacement) {
        return browser.with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", current, "newPassword", replacement))
                .put(browser.path("/me/password"));
    }
}
