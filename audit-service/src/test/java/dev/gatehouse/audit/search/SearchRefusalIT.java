package dev.gatehouse.audit.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.audit.LogFixture;
import dev.gatehouse.audit.RealStack;
import dev.gatehouse.chassis.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@RealStack
class SearchRefusalIT {
    private final AuditApi api = new AuditApi();

    @Inject
    LogFixture log;

    @Test
    void refusesWithoutAToken() {
        problem(given().get(AuditApi.EVENTS).then(), 401, "unauthenticated");
        problem(given().get(AuditApi.EVENTS + "/" + AuditRecords.newId()).then(), 401, "unauthenticated");
    }

    @Test
    void refusesAgentsWhoAreNoAdministrators() {
        String token = Tokens.agent(AuditRecords.newId());

        problem(given().auth().oauth2(token).get(AuditApi.EVENTS).then(), 403, "forbidden");
        problem(
                given().auth()
                        .oauth2(token)
                        .get(AuditApi.EVENTS + "/" + AuditRecords.newId())
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void refusesEndUsersWhateverTheirTokenIsFor() {
        String token = Tokens.user(AuditRecords.newId());

        problem(given().auth().oauth2(token).get(AuditApi.EVENTS).then(), 401, "unauthenticated");
    }

    static Stream<Arguments> brokenTokens() {
        return Tokens.broken(AuditRecords.newId()).entrySet().stream()
                .map(broken -> Arguments.of(broken.getKey(), broken.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenTokens")
    void refusesEveryBrokenToken(String name, String token) {
        given().header("Authorization", "Bearer " + token.replaceAll("[^\\x21-\\x7e ]", ""))
                .get(AuditApi.EVENTS)
                .then()
                .statusCode(not(equalTo(200)));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0, 422, validation-failed",
        "limit, 201, 422, validation-failed",
        "limit, many, 400, malformed-request",
        "ip, 127.1, 400, malformed-request",
        "actorId, me, 400, malformed-request",
        "from, now, 400, malformed-request",
        "outcome, x, 400, malformed-request",
        "from, 1026-11-01T00:00:00Z, 422, validation-failed",
        "cursor, nonsense, 400, malformed-request",
        "sort, (select sleep(5)), 400, unknown-property",
        "acountId, 0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b, 400, unknown-property",
    })
    void refusesBrokenParameters(String name, String value, int status, String slug) {
        problem(api.search(Map.of(name, value)).then(), status, slug);
    }

    @Test
    void refusesACursorOfAnotherSearchAndOfAnotherCaller() {
        UUID account = AuditRecords.newId();
        log.put(AuditRecords.event().about(account), AuditRecords.event().about(account))
                .forEach(entry -> {});
        String cursor = api.search(Map.of("accountId", account, "limit", 1)).path("nextCursor");

        problem(api.search(Map.of("cursor", cursor)).then(), 400, "malformed-request");
        problem(
                new AuditApi()
                        .search(Map.of("accountId", account, "cursor", cursor))
                        .then(),
                400,
                "malformed-request");
        api.search(Map.of("accountId", account, "cursor", cursor)).then().statusCode(200);
    }

    @Test
    void knowsNothingOfAnUnknownEvent() {
        problem(api.request().get(AuditApi.EVENTS + "/" + AuditRecords.newId()).then(), 404, "not-found");
        problem(api.request().get(AuditApi.EVENTS + "/nonsense").then(), 404, "not-found");
    }

    @Test
    void changesNothing() {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            problem(api.request().request(method, AuditApi.EVENTS).then(), 405, "method-not-allowed");
        }
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gatehouse:problem:" + slug))
                .body("status", equalTo(status));
    }
}
