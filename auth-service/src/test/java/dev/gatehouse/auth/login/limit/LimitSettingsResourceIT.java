package dev.gatehouse.auth.login.limit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class LimitSettingsResourceIT {
    private static final String AGENTS = "/admin/api/v1/settings/rate-limits/agents";
    private static final String USERS = "/admin/api/v1/settings/rate-limits/users";
    private static final String WRONG = "not the password at all";

    @Inject
    Admins admins;

    @Inject
    People people;

    @AfterEach
    void restore() {
        change(USERS, settings(true, 5, 10_000)).then().statusCode(200);
        change(AGENTS, settings(true, 5, 10_000)).then().statusCode(200);
    }

    @Test
    void showsTheLimitsOfEachKind() {
        admins.anyAdmin()
                .get(AGENTS)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("perAccount.failures", equalTo(5))
                .body("perAccount.window", equalTo("PT1H"))
                .body("perAccount.lock", equalTo("PT1H"))
                .body("perAddress.window", equalTo("PT5M"));
    }

    @Test
    void countsFromTheNextLoginOnAndPublishesBeforeAndAfter() {
        // Given
        Person user = people.user();
        Browser browser = new Browser(Audience.USER, "198.51.100.91", "settings-test");

        // When
        change(USERS, settings(true, 3, 10_000)).then().statusCode(200).body("perAccount.failures", equalTo(3));

        // Then
        for (int i = 0; i < 3; i++) {
            browser.login(user.email(), WRONG).then().statusCode(401);
        }
        browser.login(user).then().statusCode(429);
        JsonNode changed = PublishedEvents.event(EventType.SETTINGS_CHANGED, "127.0.0.1");
        assertEquals("rate-limits/users", changed.path("data").path("name").asText());
        assertEquals(
                "[{\"field\":\"perAccount.failures\",\"before\":\"5\",\"after\":\"3\"}]",
                changed.path("data").path("changes").toString());
        assertEquals(
                Admins.SOMEBODY.toString(), changed.path("actor").path("id").asText());
    }

    @Test
    void limitsNothingWhenSwitchedOff() {
        // Given
        Person user = people.user();
        Browser browser = new Browser(Audience.USER, "198.51.100.92", "settings-test");
        change(USERS, settings(false, 5, 10_000)).then().statusCode(200);

        // When
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            statuses.add(browser.login(user.email(), WRONG).statusCode());
        }

        // Then
        assertEquals(List.of(401, 401, 401, 401, 401, 401, 401, 401), statuses);
        browser.login(user).then().statusCode(201);
    }

    @Test
    void refusesAChangeOfAnOldVersion() {
        // Given
        String old = etag(USERS);
        change(USERS, settings(true, 6, 10_000)).then().statusCode(200);

        // Then
        admins.anyAdmin()
                .header("If-Match", old)
                .body(settings(true, 7, 10_000))
                .put(USERS)
                .then()
                .statusCode(412);
        admins.anyAdmin().body(settings(true, 7, 10_000)).put(USERS).then().statusCode(428);
        admins.anyAdmin().get(USERS).then().body("perAccount.failures", equalTo(6));
    }

    @ParameterizedTest
    @CsvSource({
        "2, PT1H, PT1H, perAccount.failures",
        "101, PT1H, PT1H, perAccount.failures",
        "5, PT59S, PT1H, perAccount.window",
        "5, P2D, PT1H, perAccount.window",
        "5, soon, PT1H, perAccount.window",
        "5, PT1H, PT29S, perAccount.lock",
        "5, PT1H, PT24H0.5S, perAccount.lock",
        "5, PT1H, PT9999999999999999999H, perAccount.lock",
        "5, PT1H, PT-1H, perAccount.lock"
    })
    void refusesNonsense(int failures, String window, String lock, String field) {
        change(
                        USERS,
                        Map.of(
                                "enabled",
                                true,
                                "perAccount",
                                Map.of("failures", failures, "window", window, "lock", lock),
                                "perAddress",
                                rule(20)))
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of(field)));
    }

    @Test
    void namesEverythingThatIsMissing() {
        change(USERS, Map.of("perAccount", Map.of()))
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        equalTo(List.of(
                                "enabled",
                                "perAccount.failures",
                                "perAccount.window",
                                "perAccount.lock",
                                "perAddress")));
    }

    @ParameterizedTest
    @ValueSource(strings = {AGENTS, USERS, AGENTS + "/current", USERS + "/current"})
    void isClosedToAgents(String path) {
        String token = admins.tokenOf(people.agent());
        new Browser(Audience.AGENT, "203.0.113.7", "test")
                .with(token)
                .contentType(ContentType.JSON)
                .get(path)
                .then()
                .statusCode(403);
    }

    private Response change(String path, Map<String, ?> body) {
        return admins.anyAdmin().header("If-Match", etag(path)).body(body).put(path);
    }

    private String etag(String path) {
        return admins.anyAdmin().get(path).then().statusCode(200).extract().header("ETag");
    }

    private static Map<String, Object> settings(boolean enabled, int ofAccount, int ofAddress) {
        return Map.of("enabled", enabled, "perAccount", rule(ofAccount), "perAddress", addressRule(ofAddress));
    }

    private static Map<String, Object> rule(int failures) {
        return Map.of("failures", failures, "window", "PT1H", "lock", "PT1H");
    }

    private static Map<String, Object> addressRule(int failures) {
        return Map.of("failures", failures, "window", "PT5M", "lock", "PT1H");
    }
}
