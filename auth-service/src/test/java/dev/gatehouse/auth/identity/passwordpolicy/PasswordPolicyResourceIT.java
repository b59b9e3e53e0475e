package dev.gatehouse.auth.identity.passwordpolicy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AuthStack
class PasswordPolicyResourceIT {
    private static final String AGENTS = "/admin/api/v1/settings/password-policy/agents";
    private static final String NEW = "a phrase that nobody has heard";

    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    @AfterEach
    void backToModern() {
        ipTrust.off();
        change(Map.of("preset", "modern")).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1", "/agent/api/v1"})
    void tellsAnybodyWhatAPasswordMustBeLike(String audience) {
        given().get(audience + "/password-policy")
                .then()
                .statusCode(200)
                .body("preset", equalTo("modern"))
                .body("minLength", equalTo(15))
                .body("maxLength", equalTo(128))
                .body("requireSymbol", equalTo(false))
                .body("maxAge", nullValue())
                .body("minStrength", equalTo(3));
    }

    @Test
    void aChangeIsInEffectAtOnceAndInTheAuditLog() {
        // When
        change(Map.of("preset", "classic"))
                .statusCode(200)
                .body("minLength", equalTo(12))
                .body("maxAge", equalTo("P90D"))
                .body("history", equalTo(10));

        // Then
        given().get("/agent/api/v1/password-policy").then().body("preset", equalTo("classic"));
        given().get("/api/v1/password-policy").then().body("preset", equalTo("modern"));
        String event = settingsEvents().getLast();
        assertEquals(true, event.contains("\"password-policy/agents\""), event);
        assertEquals(
                true,
                event.contains("{\"field\":\"maxAge\",\"after\":\"P90D\"}") && event.contains("minLength"),
                event);
    }

    @Test
    void needsTheVersionThatWasRead() {
        String etag = asAdmin().get(AGENTS).header("ETag");

        asAdmin().body(Map.of("preset", "classic")).put(AGENTS).then().statusCode(428);
        asAdmin()
                .header("If-Match", etag)
                .body(Map.of("preset", "classic"))
                .put(AGENTS)
                .then()
                .statusCode(200);
        asAdmin()
                .header("If-Match", etag)
                .body(Map.of("preset", "modern"))
                .put(AGENTS)
                .then()
                .statusCode(412);
        given().get("/agent/api/v1/password-policy").then().body("preset", equalTo("classic"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "preset,       none,      invalid",
        "minLength,    0,         out-of-range",
        "minLength,    7,         out-of-range",
        "minLength,    65,        out-of-range",
        "history,      -1,        out-of-range",
        "history,      25,        out-of-range",
        "minStrength,  5,         out-of-range",
        "maxAge,       PT1M,      invalid",
        "maxAge,       P0D,       invalid",
        "maxAge,       P1DT1S,    invalid",
        "maxAge,       P3651D,    invalid",
        "maxAge,       P9223372036854775807D, invalid",
        "maxAge,       soon,      invalid",
        "history,      ,          required",
        "minLength,    ,          required",
        "blockCommon,  ,          required"
    })
    void refusesNonsense(String field, @Nullable String value, String code) {
        // Given
        Map<String, Object> policy = custom();
        policy.put(field, value != null && value.matches("-?\\d+") ? Integer.valueOf(value) : value);

        // Then
        change(policy)
                .statusCode(422)
                .body("violations.field", contains(field))
                .body("violations.code", contains(code));
        given().get("/agent/api/v1/password-policy").then().body("preset", equalTo("modern"));
    }

    @Test
    void aRuleThatIsNotOfThePresetIsNotIgnored() {
        change(Map.of("preset", "modern", "minLength", 20, "history", 0))
                .statusCode(422)
                .body("violations.field", contains("minLength"))
                .body("violations.code", contains("not-of-preset"));
        change(Map.of("preset", "modern", "minimumLength", 20)).statusCode(400);
    }

    @Test
    void everyRuleIsNamedWhenAnAccountIsMade() {
        // Given
        change(Map.of("preset", "classic")).statusCode(200);

        // Then
        asAdmin()
                .body(Map.of(
                        "email", "grace@helpdesk.test", "displayName", "Grace", "kind", "agent", "password", "grace"))
                .post("/admin/api/v1/accounts")
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        containsInAnyOrder(
                                "too-short", "needs-uppercase", "needs-digit", "needs-symbol", "personal", "too-weak"))
                .body("violations.find { it.code == 'too-short' }.parameters.minLength", equalTo(12))
                .body("violations.field", hasItem("password"));
    }

    @Test
    void aPasswordThatMeetsThePolicyNoMoreLeadsToANewOne() {
        // Given
        Person agent = people.agent();
        Map<String, Object> policy = custom();
        policy.put("minLength", 40);
        change(policy).statusCode(200);
        Browser browser = Browser.of(agent);

        // When
        String id = browser.login(agent)
                .then()
                .statusCode(202)
                .body("challenge.kind", equalTo("password_change"))
                .body("challenge.passwordChange", equalTo("policy"))
                .extract()
                .path("challenge.id");

        // Then
        browser.redeem(id).then().statusCode(409);
        browser.post("/login-challenges/" + id, Map.of("newPassword", "still not long enough for it"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("too-short"))
                .body("violations.field", contains("newPassword"));
        browser.post(
                        "/login-challenges/" + id,
                        Map.of("newPassword", "a phrase that has more than forty characters in it"))
                .then()
                .statusCode(201);
        JsonNode challenged = PublishedEvents.event(EventType.LOGIN_CHALLENGED, agent.id());
        assertEquals("policy", challenged.at("/data/passwordChange").asText());
    }

    @Test
    void aPasswordThatIsTooOldLeadsToANewOneAfterTheVerification() {
        // Given
        Person agent = people.agent();
        Map<String, Object> policy = custom();
        policy.put("maxAge", "P30D");
        change(policy).statusCode(200);
        age(agent, Duration.ofDays(30));
        ipTrust.on();
        Browser home = Browser.of(agent).from("192.0.2.45");

        // When
        Awaitility.await()
                .until(() -> home.login(agent).<String>path("challenge.kind").equals("ip_verification"));
        String verification = home.login(agent)
                .then()
                .statusCode(202)
                .body("challenge.passwordChange", equalTo("expired"))
                .extract()
                .path("challenge.id");
        ipTrust.trusts(agent, "192.0.2.45");
        Awaitility.await()
                .until(() ->
                        home.challenge(verification, 0).<String>path("state").equals("approved"));
        String next = home.redeem(verification)
                .then()
                .statusCode(202)
                .body("challenge.kind", equalTo("password_change"))
                .body("challenge.passwordChange", equalTo("expired"))
                .extract()
                .path("challenge.id");

        // Then
        home.post("/login-challenges/" + next, Map.of("newPassword", NEW))
                .then()
                .statusCode(201);
        home.login(agent.email(), NEW).then().statusCode(201);
    }

    @Test
    void formerPasswordsAreNotUsedAgain() {
        // Given
        Person agent = people.agent();
        Map<String, Object> policy = custom();
        policy.put("history", 3);
        change(policy).statusCode(200);
        Browser browser = Browser.of(agent);
        List<String> passwords = List.of(People.PASSWORD, NEW, NEW + " either", NEW + " so far");
        String token = LoggedIn.by(browser, agent).accessToken();

        // When
        own(browser, token, passwords.get(0), passwords.get(1)).statusCode(204);
        own(browser, token, passwords.get(1), passwords.get(2)).statusCode(204);

        // Then
        own(browser, token, passwords.get(2), passwords.get(0))
                .statusCode(422)
                .body("violations.code", contains("used-before"))
                .body("violations[0].parameters.history", equalTo(3));
        own(browser, token, passwords.get(2), passwords.get(1)).statusCode(422);
        own(browser, token, passwords.get(2), passwords.get(2)).body("violations.code", contains("unchanged"));
        own(browser, token, passwords.get(2), passwords.get(3)).statusCode(204);
        own(browser, token, passwords.get(3), passwords.get(0)).statusCode(204);
        assertEquals(
                2,
                StackEnds.database(AuthStack.SCHEMA)
                        .number("SELECT COUNT(*) FROM former_credential WHERE account_id = ?", (Object)
                                UuidBytes.bytes(agent.id())));
    }

    @Test
    void aDryRunTellsWhatItWouldMeanAndChangesNothing() {
        // Given
        age(people.agent(), Duration.ofDays(85));
        age(people.agent(), Duration.ofDays(95));

        // When
        asAdmin()
                .body(Map.of("preset", "classic"))
                .post(AGENTS + "/dry-run")
                .then()
                .statusCode(200)
                .body("passwords", greaterThanOrEqualTo(2))
                .body("expired", greaterThanOrEqualTo(1))
                .body("expiring.P7D", greaterThanOrEqualTo(1));

        // Then
        given().get("/agent/api/v1/password-policy").then().body("preset", equalTo("modern"));
    }

    @Test
    void aDryRunCountsThePasswordsThatBreakEachRule() {
        // Given
        age(people.agent(), Duration.ofDays(1));
        Map<String, Object> longer = custom();
        longer.put("minLength", People.PASSWORD.length());
        Map<String, Object> tooLong = custom();
        tooLong.put("minLength", People.PASSWORD.length() + 1);

        // When
        int before = shorter(longer);
        int after = shorter(tooLong);

        // Then
        assertTrue(after > before, () -> before + " are shorter, and with one character more " + after);
    }

    private int shorter(Map<String, Object> policy) {
        Integer shorter = asAdmin()
                .body(policy)
                .post(AGENTS + "/dry-run")
                .then()
                .statusCode(200)
                .body("fallShort", greaterThanOrEqualTo(0))
                .extract()
                .path("byRule['too-short']");
        return shorter == null ? 0 : shorter;
    }

    @Test
    void whatWasMeasuredIsSealed() {
        // Given
        Person agent = people.agent();

        // When
        byte[] traits = (byte[]) StackEnds.database(AuthStack.SCHEMA)
                .query("SELECT traits FROM credential WHERE account_id = ?", (Object) UuidBytes.bytes(agent.id()))
                .getFirst()
                .get("traits");

        // Then
        assertEquals(32, Objects.requireNonNull(traits).length);
    }

    @Test
    void aPasswordThatWasTakenOverIsMeasuredAtTheFirstLogin() {
        // Given
        Person agent = people.agent();
        Object id = UuidBytes.bytes(agent.id());
        StackEnds.database(AuthStack.SCHEMA).update("UPDATE credential SET traits = NULL WHERE account_id = ?", id);

        // When
        Browser.of(agent).login(agent).then().statusCode(201);

        // Then
        assertEquals(
                1,
                StackEnds.database(AuthStack.SCHEMA)
                        .number("SELECT COUNT(*) FROM credential WHERE account_id = ? AND traits IS NOT NULL", id));
    }

    @Test
    void onlyAdministratorsChangeIt() {
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        String token = LoggedIn.by(browser, agent).accessToken();

        browser.with(token).get(AGENTS).then().statusCode(403);
        given().get(AGENTS).then().statusCode(401);
    }

    private ValidatableResponse change(Map<String, ?> policy) {
        return asAdmin()
                .header("If-Match", asAdmin().get(AGENTS).header("ETag"))
                .body(policy)
                .put(AGENTS)
                .then();
    }

    private RequestSpecification asAdmin() {
        return given().auth().oauth2(people.adminToken()).contentType(ContentType.JSON);
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse own(Browser browser, String token, String present, String next) {
        return browser.with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", present, "newPassword", next))
                .put(browser.path("/me/password"))
                .then();
    }

    private static Map<String, Object> custom() {
        Map<String, Object> policy = new HashMap<>();
        policy.put("preset", "custom");
        policy.put("minLength", 15);
        for (String kind : List.of("Lowercase", "Uppercase", "Digit", "Symbol")) {
            policy.put("require" + kind, false);
        }
        policy.put("maxAge", null);
        policy.put("history", 0);
        policy.put("blockCommon", true);
        policy.put("blockPersonal", true);
        policy.put("minStrength", 3);
        return policy;
    }

    private static void age(Person person, Duration age) {
        Object id = UuidBytes.bytes(person.id());
        Object setAt = UtcTimes.of(Instant.now().minus(age));
        StackEnds.database(AuthStack.SCHEMA)
                .update("UPDATE credential SET changed_at = ? WHERE account_id = ?", setAt, id);
        StackEnds.database(AuthStack.SCHEMA)
                .update("UPDATE account SET password_changed_at = ? WHERE id = ?", setAt, id);
    }

    private static List<String> settingsEvents() {
        List<String> found = Awaitility.await()
                .until(
                        () -> StackEnds.topics().all(Topic.SECURITY_EVENTS).stream()
                                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                                .filter(event -> event.contains("password-policy/agents"))
                                .toList(),
                        events -> !events.isEmpty());
        assertFalse(found.isEmpty());
        return found;
    }
}
