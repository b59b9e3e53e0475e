package dev.gatehouse.auth.session.settings;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class SessionSettingsResourceIT {
    private static final String AGENTS = "/admin/api/v1/settings/sessions/agents";
    private static final String USERS = "/admin/api/v1/settings/sessions/users";

    @Inject
    Admins admins;

    @Inject
    People people;

    @AfterEach
    void restore() {
        change(USERS, users()).then().statusCode(200);
        change(AGENTS, agents()).then().statusCode(200);
        awaitAlignment();
    }

    @Test
    void showsTheClocksOfEachKind() {
        admins.anyAdmin()
                .get(AGENTS)
                .then()
                .statusCode(200)
                .body("idleTimeout", equalTo("PT1H"))
                .body("maxLifetime", equalTo("PT12H"))
                .body("rememberMe.allowed", equalTo(false))
                .body("requireActivity", equalTo(false))
                .body("recheckAddress", equalTo(true))
                .body("warnBefore", equalTo("PT2M"));
        admins.anyAdmin()
                .get(USERS)
                .then()
                .body("maxLifetime", equalTo("PT24H"))
                .body("rememberMe.allowed", equalTo(true))
                .body("rememberMe.lifetime", equalTo("P30D"))
                .body("recheckAddress", equalTo(false))
                .body("maxPerAccount", equalTo(10));
    }

    @Test
    void countsForTheNextLoginAndPublishesBeforeAndAfter() {
        // When
        change(USERS, with(users(), Map.of("idleTimeout", "PT15M", "warnBefore", "PT5M")))
                .then()
                .statusCode(200)
                .body("idleTimeout", equalTo("PT15M"));

        // Then
        Person user = people.user();
        Response login = Browser.of(user).login(user);
        Instant created = Instant.parse(login.path("session.createdAt"));
        assertEquals(created.plus(Duration.ofMinutes(15)), Instant.parse(login.path("session.idleExpiresAt")));
        assertEquals(created.plus(Duration.ofMinutes(10)), Instant.parse(login.path("session.warnAt")));
        JsonNode changed = PublishedEvents.event(EventType.SETTINGS_CHANGED, "127.0.0.1");
        assertEquals("sessions/users", changed.path("data").path("name").asText());
        assertEquals(
                "[{\"field\":\"idleTimeout\",\"before\":\"PT1H\",\"after\":\"PT15M\"},"
                        + "{\"field\":\"warnBefore\",\"before\":\"PT2M\",\"after\":\"PT5M\"}]",
                changed.path("data").path("changes").toString());
        assertEquals(
                Admins.SOMEBODY.toString(), changed.path("actor").path("id").asText());
    }

    /** A session that was used ten minutes ago and began two hours ago. */
    @ParameterizedTest
    @CsvSource({"idleTimeout, PT5M, PT24H, idle", "maxLifetime, PT5M, PT1H, expired"})
    void endsAnOpenSessionThatIsPastAShorterClock(String clock, String idle, String longest, String why) {
        // Given
        Person user = people.user();
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);
        Person other = people.user();
        LoggedIn recent = LoggedIn.by(Browser.of(other), other);
        age(loggedIn, 120, clock.equals("idleTimeout") ? 10 : 0);

        // When
        change(USERS, with(users(), Map.of("idleTimeout", idle, "maxLifetime", longest)))
                .then()
                .statusCode(200);

        // Then
        JsonNode ended = PublishedEvents.event(EventType.SESSION_ENDED, user.id());
        assertEquals(why, ended.path("data").path("why").asText());
        Browser.of(user)
                .refresh(loggedIn.refreshToken())
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:gatehouse:problem:session-expired"))
                .body("reason", equalTo(why));
        Browser.of(other).refresh(recent.refreshToken()).then().statusCode(200);
    }

    @Test
    void keepsAnOpenSessionThatALongerClockAllows() {
        // Given
        Person user = people.user();
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);

        // When
        change(USERS, with(users(), Map.of("idleTimeout", "PT8H"))).then().statusCode(200);
        awaitAlignment();

        // Then
        assertEquals(480, minutes(loggedIn, "last_seen_at", "idle_expires_at"));
        assertEquals(1440, minutes(loggedIn, "created_at", "expires_at"));
    }

    @Test
    void putsARememberedSessionUnderTheUsualClocksWhenRememberMeIsSwitchedOff() {
        // Given
        Person user = people.user();
        Browser browser = Browser.of(user);
        LoggedIn loggedIn = LoggedIn.of(browser.post(
                "/sessions", Map.of("email", user.email(), "password", People.PASSWORD, "rememberMe", true)));
        age(loggedIn, 120, 90);

        // When
        change(USERS, with(users(), Map.of("rememberMe", Map.of("allowed", false, "lifetime", "P30D"))))
                .then()
                .statusCode(200);

        // Then
        JsonNode ended = PublishedEvents.event(EventType.SESSION_ENDED, user.id());
        assertEquals("idle", ended.path("data").path("why").asText());
    }

    @Test
    void endsTheOldestSessionsOfAnAccountThatHasTooMany() {
        // Given
        Person user = people.user();
        Browser browser = Browser.of(user);
        LoggedIn oldest = LoggedIn.by(browser, user);
        LoggedIn second = LoggedIn.by(browser, user);
        LoggedIn newest = LoggedIn.by(browser, user);

        // When
        change(USERS, with(users(), Map.of("maxPerAccount", 1))).then().statusCode(200);

        // Then
        Eventually.until(
                () -> PublishedEvents.events(EventType.SESSION_ENDED, user.id()).size() == 2);
        browser.refresh(oldest.refreshToken())
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:gatehouse:problem:session-revoked"))
                .body("reason", equalTo("displaced"));
        browser.refresh(second.refreshToken()).then().statusCode(401);
        browser.refresh(newest.refreshToken()).then().statusCode(200);
    }

    /** Polling does not keep a session alive where activity is required. */
    @ParameterizedTest
    @CsvSource({"true, false, false", "true, true, true", "false, false, true"})
    void extendsASessionByUseOnly(boolean required, boolean active, boolean extended) {
        // Given
        Person user = people.user();
        Browser browser = Browser.of(user);
        LoggedIn loggedIn = LoggedIn.by(browser, user);
        change(USERS, with(users(), Map.of("requireActivity", required))).then().statusCode(200);
        awaitAlignment();
        age(loggedIn, 120, 30);

        // When
        Response refreshed =
                browser.post("/sessions/refresh", Map.of("refreshToken", loggedIn.refreshToken(), "active", active));
        browser.with(refreshed.path("accessToken"))
                .get(browser.path("/sessions"))
                .then()
                .statusCode(200);

        // Then
        assertEquals(
                extended,
                Instant.parse(refreshed.path("session.idleExpiresAt"))
                        .isAfter(Instant.now().plus(Duration.ofMinutes(40))));

        // When
        browser.with(refreshed.path("accessToken"))
                .post(browser.path("/sessions/current/activity"))
                .then()
                .statusCode(204);

        // Then
        assertTrue(minutesLeft(loggedIn) >= 59);
    }

    @Test
    void refusesAChangeOfAnOldVersion() {
        // Given
        String old = admins.anyAdmin().get(USERS).header("ETag");
        change(USERS, with(users(), Map.of("maxPerAccount", 9))).then().statusCode(200);

        // Then
        admins.anyAdmin()
                .header("If-Match", old)
                .body(users())
                .put(USERS)
                .then()
                .statusCode(412);
        admins.anyAdmin().body(users()).put(USERS).then().statusCode(428);
        admins.anyAdmin().get(USERS).then().body("maxPerAccount", equalTo(9));
    }

    @ParameterizedTest
    @CsvSource({
        "idleTimeout, PT59S",
        "idleTimeout, P401D",
        "idleTimeout, PT25H",
        "idleTimeout, PT1H0.5S",
        "idleTimeout, PT-1H",
        "idleTimeout, soon",
        "idleTimeout, PT9999999999999999999H",
        "maxLifetime, P-1D",
        "maxLifetime, P401D",
        "warnBefore, PT1H",
        "warnBefore, PT-1S"
    })
    void refusesNonsenseOfTime(String field, String value) {
        change(USERS, with(users(), Map.of(field, value)))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001, Integer.MAX_VALUE})
    void refusesNonsenseOfNumber(int most) {
        change(USERS, with(users(), Map.of("maxPerAccount", most)))
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("maxPerAccount")));
    }

    @Test
    void refusesARememberedSessionThatIsShorterThanOthers() {
        change(USERS, with(users(), Map.of("rememberMe", Map.of("allowed", true, "lifetime", "PT23H"))))
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("rememberMe.lifetime")));
    }

    @Test
    void namesEverythingThatIsMissing() {
        change(USERS, Map.of())
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        equalTo(List.of(
                                "idleTimeout",
                                "maxLifetime",
                                "rememberMe",
                                "requireActivity",
                                "recheckAddress",
                                "maxPerAccount")));
    }

    @ParameterizedTest
    @ValueSource(strings = {AGENTS, USERS})
    void isClosedToAgents(String path) {
        String token = admins.tokenOf(people.agent());
        new Browser(Audience.AGENT, "203.0.113.7", "test")
                .with(token)
                .get(path)
                .then()
                .statusCode(403);
    }

    private Response change(String path, Map<String, ?> body) {
        String etag =
                admins.anyAdmin().get(path).then().statusCode(200).extract().header("ETag");
        return admins.anyAdmin().header("If-Match", etag).body(body).put(path);
    }

    private static Map<String, Object> users() {
        return settings("PT24H", true, false, 10);
    }

    /** The administrators of all tests are one account, with many sessions. */
    private static Map<String, Object> agents() {
        return settings("PT12H", false, true, 1_000);
    }

    private static Map<String, Object> settings(String longest, boolean remember, boolean recheck, int most) {
        return Map.of(
                "idleTimeout",
                "PT1H",
                "maxLifetime",
                longest,
                "rememberMe",
                Map.of("allowed", remember, "lifetime", "P30D"),
                "requireActivity",
                false,
                "recheckAddress",
                recheck,
                "maxPerAccount",
                most);
    }

    private static Map<String, Object> with(Map<String, Object> settings, Map<String, ?> changed) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(changed);
        return all;
    }

    /** Open sessions are in line with every change. */
    private static void awaitAlignment() {
        Eventually.until(() -> StackEnds.database(AuthStack.SCHEMA)
                        .number("SELECT COUNT(*) FROM session_setting WHERE apply_at IS NOT NULL")
                == 0);
    }

    private static void age(LoggedIn loggedIn, int beganMinutesAgo, int usedMinutesAgo) {
        StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE session SET created_at = UTC_TIMESTAMP(3) - INTERVAL ? MINUTE,"
                                + " last_seen_at = UTC_TIMESTAMP(3) - INTERVAL ? MINUTE,"
                                + " idle_expires_at = IF(remember_me, expires_at,"
                                + " UTC_TIMESTAMP(3) + INTERVAL 60 - ? MINUTE) WHERE id = ?",
                        beganMinutesAgo,
                        usedMinutesAgo,
                        Math.min(usedMinutesAgo, 59),
                        UuidBytes.bytes(loggedIn.sessionId()));
    }

    private static long minutes(LoggedIn loggedIn, String from, String to) {
        return StackEnds.database(AuthStack.SCHEMA)
                .number("SELECT TIMESTAMPDIFF(MINUTE, " + from + ", " + to + ") FROM session WHERE id = ?", (Object)
                        UuidBytes.bytes(loggedIn.sessionId()));
    }

    private static long minutesLeft(LoggedIn loggedIn) {
        return minutes(loggedIn, "UTC_TIMESTAMP(3) - INTERVAL 1 SECOND", "idle_expires_at");
    }
}
