package dev.gatehouse.auth.identity.administration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class AccountBadInputIT {
    private static final String ACCOUNTS = "/admin/api/v1/accounts";
    private static final String GOOD =
            "\"email\":\"bad.input@helpdesk.test\",\"displayName\":\"Ada\",\"kind\":\"agent\"";

    @Inject
    People people;

    @Inject
    Admins admins;

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", 400, "malformed-request"),
                Arguments.of("null", 400, "malformed-request"),
                Arguments.of("[]", 400, "malformed-request"),
                Arguments.of("{" + GOOD, 400, "malformed-request"),
                Arguments.of("{" + GOOD + "} trailing", 400, "malformed-request"),
                Arguments.of("{" + GOOD + ",\"kind\":\"user\"}", 400, "malformed-request"),
                Arguments.of("{" + GOOD.replace("\"agent\"", "\"robot\"") + "}", 400, "malformed-request"),
                Arguments.of("{" + GOOD.replace("\"agent\"", "1") + "}", 400, "malformed-request"),
                Arguments.of("{" + GOOD.replace("\"Ada\"", "{}") + "}", 400, "malformed-request"),
                Arguments.of("{" + GOOD.replace("\"Ada\"", "7") + "}", 400, "malformed-request"),
                Arguments.of("{" + GOOD + ",\"password\":[\"x\"]}", 400, "malformed-request"),
                Arguments.of("[".repeat(500), 400, "malformed-request"),
                Arguments.of("{}", 422, "validation-failed"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void answersUnreadableBodiesWithTheirProblem(String body, int status, String slug) {
        // When
        Response answer = admins.anyAdmin().body(body).post(ACCOUNTS);

        // Then
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gatehouse:problem:" + slug));
        assertEquals(0, made());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"admin\":true",
                "\"isAdmin\":true",
                "\"roles\":[\"admin\"]",
                "\"id\":\"0199c0de-0000-7000-8000-000000000001\"",
                "\"status\":\"active\"",
                "\"version\":9",
                "\"createdAt\":\"2020-01-01T00:00:00.000Z\"",
                "\"secondFactors\":[\"totp\"]",
                "\"passwordHash\":\"x\"",
                "\"Email\":\"other@helpdesk.test\""
            })
    void rejectsUnknownProperties(String property) {
        // When
        Response answer =
                admins.anyAdmin().body("{" + GOOD + "," + property + "}").post(ACCOUNTS);

        // Then
        answer.then().statusCode(400).body("type", equalTo("urn:gatehouse:problem:unknown-property"));
        assertEquals(0, made());
    }

    @Test
    void patchRejectsUnknownProperties() {
        // Given
        Person user = people.user();
        String etag = admins.etag(user.id());
        for (String property : new String[] {"admin", "kind", "email", "id", "version", "passwordChangedAt"}) {
            // When
            Response answer = admins.anyAdmin()
                    .header("If-Match", etag)
                    .body("{\"" + property + "\":true}")
                    .patch(ACCOUNTS + "/" + user.id());

            // Then
            answer.then().statusCode(400).body("type", equalTo("urn:gatehouse:problem:unknown-property"));
        }
        admins.show(user.id()).then().header("ETag", etag);
    }

    @ParameterizedTest
    @CsvSource({
        "email, not an address, invalid",
        "email, 'a@x.test,b@x.test', invalid",
        "displayName, '   ', required",
        "displayName, 'Ada\u202e', unfit-character",
        "locale, english, invalid",
        "timeZone, +07:00, invalid",
        "password, short, too-short",
    })
    void namesTheBrokenRule(String field, String value, String code) {
        // Given
        Map<String, String> body =
                new HashMap<>(Map.of("email", "bad.input@helpdesk.test", "displayName", "Ada", "kind", "agent"));
        body.put(field, value);

        // When
        Response answer = admins.create(body);

        // Then
        answer.then().statusCode(422).body("violations.field", hasItem(field)).body("violations.code", hasItem(code));
        assertFalse(answer.asString().contains("\"short\""), answer::asString);
        assertEquals(0, made());
    }

    @Test
    void reportsAllViolationsAtOnce() {
        admins.create(Map.of("locale", "x", "timeZone", "y", "password", "\0"))
                .then()
                .statusCode(422)
                .body("violations.size()", equalTo(6));
    }

    @Test
    void statusIsSetByHandToActiveOrDisabledOnly() {
        // Given
        Person user = people.user();

        // Then
        for (String status : new String[] {"invited", "erased"}) {
            admins.anyAdmin()
                    .header("If-Match", admins.etag(user.id()))
                    .body(Map.of("status", status))
                    .patch(ACCOUNTS + "/" + user.id())
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void refusesABodyThatIsTooLargeOrNoJson() {
        String large = "{" + GOOD.replace("Ada", "x".repeat(70_000)) + "}";
        admins.anyAdmin().body(large).post(ACCOUNTS).then().statusCode(413);
        admins.anyAdmin()
                .contentType(ContentType.XML)
                .body("<a/>")
                .post(ACCOUNTS)
                .then()
                .statusCode(415);
    }

    static Stream<String> noKeys() {
        return Stream.of("two words", "\u00e4", "k".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void refusesMalformedIdempotencyKeys(String key) {
        admins.anyAdmin()
                .header("Idempotency-Key", key)
                .body("{" + GOOD + "}")
                .post(ACCOUNTS)
                .then()
                .statusCode(400);
        assertEquals(0, made());
    }

    @Test
    void anUnknownAccountIsNotFoundByAnyMethod() {
        for (String id : new String[] {UUID.randomUUID().toString(), "1", "null", "%27%20or%201=1"}) {
            String path = ACCOUNTS + "/" + id;
            admins.anyAdmin().urlEncodingEnabled(false).get(path).then().statusCode(404);
            admins.anyAdmin().urlEncodingEnabled(false).delete(path).then().statusCode(404);
            admins.anyAdmin()
                    .urlEncodingEnabled(false)
                    .header("If-Match", "\"1\"")
                    .body("{}")
                    .patch(path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void isForbiddenForNonAdministrators() {
        // Given
        Person agent = people.agent();
        Person user = people.user();

        // Then
        for (String path : new String[] {ACCOUNTS, ACCOUNTS + "/" + agent.id(), "/admin/api/v1/admins"}) {
            given().get(path).then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
            given().auth().oauth2("nonsense").get(path).then().statusCode(401);
            given().auth().oauth2(admins.tokenOf(agent)).get(path).then().statusCode(403);
            given().auth().oauth2(admins.tokenOf(user)).get(path).then().statusCode(403);
        }
        given().auth()
                .oauth2(admins.tokenOf(agent))
                .delete(ACCOUNTS + "/" + agent.id())
                .then()
                .statusCode(403);
        admins.show(agent.id()).then().body("status", equalTo("active"));
    }

    @Test
    void aChangeNeedsARecentAuthentication() {
        // Given
        Person user = people.user();
        String old = admins.tokenProven(UUID.randomUUID(), Duration.ofMinutes(16));

        // Then
        given().auth().oauth2(old).get(ACCOUNTS + "/" + user.id()).then().statusCode(200);
        given().auth()
                .oauth2(old)
                .delete(ACCOUNTS + "/" + user.id())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:gatehouse:problem:step-up-required"));
    }

    private static long made() {
        return StackEnds.database(AuthStack.SCHEMA)
                .number("SELECT COUNT(*) FROM account WHERE email_key = 'bad.input@helpdesk.test'");
    }
}
