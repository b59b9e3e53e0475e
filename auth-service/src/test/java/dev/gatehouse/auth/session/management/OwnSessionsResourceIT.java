package dev.gatehouse.auth.session.management;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.event.Messages;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.state.AddressState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class OwnSessionsResourceIT {
    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    @Inject
    Messages messages;

    private Person agent;
    private Browser browser;
    private LoggedIn here;

    @BeforeEach
    void logIn() {
        agent = people.agent();
        browser = Browser.of(agent);
        here = LoggedIn.by(browser, agent);
    }

    @Test
    void listsOwnSessionsNewestFirst() {
        // Given
        LoggedIn elsewhere = LoggedIn.by(browser.from("198.51.100.4"), agent);
        Person colleague = people.agent();
        LoggedIn.by(Browser.of(colleague), colleague);

        // Then
        browser.with(here.accessToken())
                .get(browser.path("/sessions"))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].id", equalTo(elsewhere.sessionId().toString()))
                .body("items[0].current", equalTo(false))
                .body("items[0].ip", equalTo("198.51.100.4"))
                .body("items[1].id", equalTo(here.sessionId().toString()))
                .body("items[1].current", equalTo(true))
                .body("items[1].userAgent", containsString("Firefox"))
                .body("items[1].device.browser", equalTo("Firefox"))
                .body("items[1].device.system", equalTo("Linux"))
                .body("items[1].hostname", nullValue())
                .body("items[1].createdAt", notNullValue())
                .body("items[1].lastSeenAt", notNullValue())
                .body("nextCursor", nullValue());
    }

    @Test
    void pagesWithoutRepetition() {
        // Given
        LoggedIn.by(browser, agent);
        LoggedIn.by(browser, agent);

        // When
        List<String> first = page("").path("items.id");
        String cursor = page("").path("nextCursor");
        List<String> second = page(cursor).path("items.id");

        // Then
        assertEquals(2, first.size());
        assertEquals(1, second.size());
        Set<String> all =
                java.util.stream.Stream.concat(first.stream(), second.stream()).collect(Collectors.toSet());
        assertEquals(3, all.size());
    }

    @Test
    void showsConfirmedHostnamesOnly() {
        // Given
        ipTrust.publish(messages.state(address("192.0.2.10", "desk.example.test", true)));
        ipTrust.publish(messages.state(address("192.0.2.11", "liar.example.test", false)));
        LoggedIn.by(browser.from("192.0.2.10"), agent);
        LoggedIn.by(browser.from("192.0.2.11"), agent);

        // Then
        await().untilAsserted(() -> browser.with(here.accessToken())
                .get(browser.path("/sessions"))
                .then()
                .body("items.find { it.ip == '192.0.2.10' }.hostname", equalTo("desk.example.test"))
                .body("items.find { it.ip == '192.0.2.11' }.hostname", nullValue()));
    }

    @Test
    void endsAnotherSessionAndItsTokens() {
        // Given
        LoggedIn other = LoggedIn.by(browser, agent);

        // When
        browser.with(here.accessToken())
                .delete(browser.path("/sessions/" + other.sessionId()))
                .then()
                .statusCode(204);

        // Then
        browser.refresh(other.refreshToken())
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:gatehouse:problem:session-revoked"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> browser.with(other.accessToken())
                                .get(browser.path("/sessions"))
                                .statusCode()
                        == 401);
        browser.with(here.accessToken()).get(browser.path("/sessions")).then().statusCode(200);
        assertEquals(
                "ended_by_owner",
                PublishedEvents.event(EventType.SESSION_ENDED, agent.id())
                        .path("data")
                        .path("why")
                        .asText());
        assertEquals(1, PublishedEvents.revocations(other.sessionId()).size());
    }

    @Test
    void a25TheSessionOfAnotherAgentIsNotFound() {
        // Given
        Person colleague = people.agent();
        LoggedIn theirs = LoggedIn.by(Browser.of(colleague), colleague);

        // When
        String foreign = end(theirs.sessionId().toString());
        String unknown = end(UUID.randomUUID().toString());
        String nonsense = end("nonsense");

        // Then
        assertEquals(foreign, unknown);
        assertEquals(foreign, nonsense);
        Browser.of(colleague).refresh(theirs.refreshToken()).then().statusCode(200);
        JsonNode published = PublishedEvents.event(EventType.ACCESS_REFUSED, colleague.id());
        assertEquals(agent.id().toString(), published.path("actor").path("id").asText());
        assertEquals("failure", published.path("outcome").asText());
        assertEquals(
                theirs.sessionId().toString(), published.path("data").path("id").asText());
        assertEquals(
                1,
                PublishedEvents.events(EventType.ACCESS_REFUSED, colleague.id()).size());
    }

    @Test
    void signsOut() {
        // When
        browser.with(here.accessToken())
                .header("Cookie", "__Host-gatehouse-agent=" + here.refreshToken())
                .delete(browser.path("/sessions/current"))
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));

        // Then
        browser.refresh(here.refreshToken()).then().statusCode(401);
        assertEquals(
                "signed_out",
                PublishedEvents.event(EventType.SESSION_ENDED, agent.id())
                        .path("data")
                        .path("why")
                        .asText());
    }

    /** T04: what is somebody else's stays: the cookie of the other audience, and that of another session. */
    @Test
    void t04SigningOutTakesOnlyItsOwnCookieAway() {
        // Given
        Person user = people.user();
        String ofUser = LoggedIn.by(Browser.of(user), user).refreshToken();
        String ofAnother = LoggedIn.by(browser, agent).refreshToken();

        // Then
        browser.with(here.accessToken())
                .header("Cookie", "__Host-gatehouse-user=" + ofUser + "; __Host-gatehouse-agent=" + ofAnother)
                .delete(browser.path("/sessions/current"))
                .then()
                .statusCode(204)
                .header("Set-Cookie", nullValue());
        browser.refresh(ofAnother).then().statusCode(200);
    }

    /** L9: whatever a cookie takes part in comes from a page of this origin. */
    @Test
    void l9RefusesSigningOutWithACookieFromAnotherOrigin() {
        browser.with(here.accessToken())
                .header("Cookie", "__Host-gatehouse-agent=" + here.refreshToken())
                .header("Sec-Fetch-Site", "same-site")
                .delete(browser.path("/sessions/current"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:gatehouse:problem:csrf-refused"));
        browser.refresh(here.refreshToken()).then().statusCode(200);
    }

    @Test
    void endsAllOthers() {
        // Given
        LoggedIn second = LoggedIn.by(browser, agent);
        LoggedIn third = LoggedIn.by(browser, agent);

        // When
        browser.with(here.accessToken())
                .delete(browser.path("/sessions"))
                .then()
                .statusCode(204);

        // Then
        browser.refresh(second.refreshToken()).then().statusCode(401);
        browser.refresh(third.refreshToken()).then().statusCode(401);
        browser.refresh(here.refreshToken()).then().statusCode(200);
    }

    @Test
    void acceptsAReportOfActivity() {
        // Given
        StackEnds.database(AuthStack.SCHEMA)
                .update("UPDATE session SET idle_expires_at = NOW(3) + INTERVAL 20 SECOND WHERE id = ?", (Object)
                        UuidBytes.bytes(here.sessionId()));

        // When
        browser.with(here.accessToken())
                .post(browser.path("/sessions/current/activity"))
                .then()
                .statusCode(204);

        // Then
        long seconds = StackEnds.database(AuthStack.SCHEMA)
                .number(
                        "SELECT TIMESTAMPDIFF(SECOND, last_seen_at, idle_expires_at) FROM session WHERE id = ?",
                        (Object) UuidBytes.bytes(here.sessionId()));
        assertEquals(3600, seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/sessions", "/agent/api/v1/sessions"})
    void needsAToken(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void theOtherAudienceIsForbidden() {
        browser.with(here.accessToken())
                .get(browser.at(Audience.USER).path("/sessions"))
                .then()
                .statusCode(403);
    }

    private io.restassured.response.Response page(String cursor) {
        var request = browser.with(here.accessToken()).queryParam("limit", 2);
        return (cursor.isEmpty() ? request : request.queryParam("cursor", cursor)).get(browser.path("/sessions"));
    }

    private String end(String id) {
        return browser.with(here.accessToken())
                .delete(browser.path("/sessions/" + id))
                .then()
                .statusCode(404)
                .extract()
                .asString()
                .replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static AddressState address(String ip, String hostname, boolean confirmed) {
        return new AddressState(ip, hostname, confirmed, false, Instant.now(), IpTrust.next());
    }
}
