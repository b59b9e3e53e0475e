package dev.gatehouse.notification.preference;

import static dev.gatehouse.notification.NotificationApi.as;
import static dev.gatehouse.notification.NotificationApi.asAdmin;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.notification.NotificationApi;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.Published;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@NotificationStack
class PreferenceResourceIT {
    static final String PREFERENCES = "/agent/api/v1/notifications/preferences";
    static final String DEFAULTS = "/admin/api/v1/notifications/defaults";
    static final UUID ADMIN = Published.id();

    @Test
    void beginsWithEverythingOn() {
        as(Published.newAgent())
                .get(PREFERENCES)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .header("Cache-Control", "no-store")
                .body("login", aMapWithSize(2))
                .body("login.email", equalTo(true))
                .body("login.inApp", equalTo(true))
                .body("session_theft.email", equalTo(true));
    }

    @Test
    void sendsNothingOfAKindThatIsSwitchedOff() {
        // Given
        UUID agent = Published.newAgent();

        // When
        put(as(agent), PREFERENCES, "\"0\"", "{\"login\":{\"email\":false,\"inApp\":false}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("login.email", equalTo(false))
                .body("login_failed.email", equalTo(true));

        // Then
        Published.happened(Published.login(agent, Published.ip()));
        Published.happened(Published.failedLogin(agent, Published.ip()));
        assertEquals("login_failed", NotificationApi.of(agent, 1).getFirst().get("kind"));
    }

    @Test
    void keepsAMailOnlyNotificationOutOfTheList() {
        // Given
        UUID agent = Published.newAgent();
        put(as(agent), PREFERENCES, "\"0\"", "{\"login\":{\"email\":true,\"inApp\":false}}")
                .then()
                .statusCode(200);

        // When
        Published.happened(Published.login(agent, Published.ip()));

        // Then
        assertTrue(StackEnds.mailbox().awaitTo(agent + "@example.net").subject().startsWith("New sign-in"));
        NotificationApi.of(agent, 0);
    }

    @Test
    void refusesToSwitchOffWhatProtectsTheAccount() {
        // Given
        UUID agent = Published.newAgent();

        // When
        Response answer =
                put(as(agent), PREFERENCES, "\"0\"", "{\"password_changed\":{\"email\":false,\"inApp\":true}}");

        // Then
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gatehouse:problem:validation-failed"))
                .body("violations.field", hasItem("password_changed.email"))
                .body("violations.code", hasItem("mandatory"));
        as(agent).get(PREFERENCES).then().header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"logn":{"email":true,"inApp":true}}                     | 400 | unknown-property
            {"login":{"email":true,"inApp":true,"sms":true}}         | 400 | unknown-property
            {"login":{"email":"yes","inApp":true}}                   | 400 | malformed-request
            {"login":                                                | 400 | malformed-request
            []                                                       | 400 | malformed-request
            {"login":{"email":true}}                                 | 422 | validation-failed
            {"login":null}                                           | 422 | validation-failed
            """)
    void refusesWhatIsNoPreference(String body, int status, String problem) {
        put(as(Published.newAgent()), PREFERENCES, "\"0\"", body)
                .then()
                .statusCode(status)
                .body("type", equalTo("urn:gatehouse:problem:" + problem));
    }

    @Test
    void wantsToKnowWhichVersionIsChanged() {
        // Given
        UUID agent = Published.newAgent();
        String body = "{\"login\":{\"email\":false,\"inApp\":true}}";

        // When
        Response first = put(as(agent), PREFERENCES, "\"0\"", body);
        Response stale = put(as(agent), PREFERENCES, "\"0\"", body);
        Response without = as(agent).contentType(ContentType.JSON).body(body).put(PREFERENCES);

        // Then
        first.then().statusCode(200);
        stale.then().statusCode(412).body("type", equalTo("urn:gatehouse:problem:precondition-failed"));
        without.then().statusCode(428).body("type", equalTo("urn:gatehouse:problem:precondition-required"));
    }

    @Test
    void publishesEveryChangeWithBeforeAndAfter() {
        // Given
        UUID agent = Published.newAgent();

        // When
        put(as(agent), PREFERENCES, "\"0\"", "{\"login\":{\"email\":false,\"inApp\":true}}")
                .then()
                .statusCode(200);

        // Then
        as(agent).get(PREFERENCES).then().body("login.email", equalTo(false)).body("new_address.email", equalTo(true));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            String changes = changes(agent);
            assertTrue(changes.contains("\"name\":\"notifications/preferences\""), changes);
            assertTrue(changes.contains("\"before\":\"email=true,inApp=true\""), changes);
            assertTrue(changes.contains("\"after\":\"email=false,inApp=true\""), changes);
        });
    }

    @Test
    void startsNewAgentsWithTheDefaultsAndKeepsMandatoryKindsOn() {
        // Given
        UUID before = Published.newAgent();
        NotificationApi.awaitAccount(Published.agent(before));
        Response defaults = asAdmin(ADMIN).get(DEFAULTS);
        defaults.then()
                .statusCode(200)
                .body("password_changed.mandatory", equalTo(true))
                .body("login", aMapWithSize(3));

        // When
        put(asAdmin(ADMIN), DEFAULTS, defaults.header("ETag"), """
                        {"new_address":{"email":false,"inApp":true,"mandatory":false},
                         "admin_granted":{"email":true,"inApp":true,"mandatory":true}}""")
                .then()
                .statusCode(200)
                .body("admin_granted.mandatory", equalTo(true));
        UUID after = Published.newAgent();

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> as(after).get(PREFERENCES).then().body("new_address.email", equalTo(false)));
        as(before).get(PREFERENCES).then().body("new_address.email", equalTo(true));
        put(as(before), PREFERENCES, "\"0\"", "{\"admin_granted\":{\"email\":false,\"inApp\":false}}")
                .then()
                .statusCode(422);
        restoreDefaults();
    }

    @Test
    void keepsDefaultsForAdministratorsOnly() {
        as(ADMIN).get(DEFAULTS).then().statusCode(403);
        put(as(ADMIN), DEFAULTS, "\"0\"", "{}").then().statusCode(403);
    }

    @Test
    void refusesToMakeOptionalWhatProtectsTheAccount() {
        // Given
        String etag = asAdmin(ADMIN).get(DEFAULTS).header("ETag");

        // When
        Response answer = put(
                asAdmin(ADMIN),
                DEFAULTS,
                etag,
                "{\"session_theft\":{\"email\":true,\"inApp\":true,\"mandatory\":false}}");

        // Then
        answer.then().statusCode(422).body("violations.field", hasItem("session_theft.mandatory"));
    }

    @Test
    void notifiesOfAPasswordThatSomebodyElseChanged() {
        // Given
        UUID agent = Published.newAgent();

        // When
        Published.happened(Published.event(new PasswordChanged(2))
                .about(agent)
                .by(Actor.agent(ADMIN))
                .from("203.0.113.1", "x"));

        // Then
        var item = NotificationApi.of(agent, 1).getFirst();
        assertEquals("password_changed", item.get("kind"));
        assertEquals(null, item.get("ip"));
    }

    private static void restoreDefaults() {
        put(asAdmin(ADMIN), DEFAULTS, asAdmin(ADMIN).get(DEFAULTS).header("ETag"), """
                        {"new_address":{"email":true,"inApp":true,"mandatory":false},
                         "admin_granted":{"email":true,"inApp":true,"mandatory":false}}""")
                .then()
                .statusCode(200);
    }

    private static Response put(
            io.restassured.specification.RequestSpecification caller, String path, String etag, String body) {
        return caller.contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put(path);
    }

    private static String changes(UUID agent) {
        return StackEnds.topics().all(Topic.SECURITY_EVENTS, agent.toString()).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .filter(json -> json.contains("notifications/preferences"))
                .findFirst()
                .orElse("");
    }
}
