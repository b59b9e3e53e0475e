package dev.gatehouse.chassis.security.accesstoken;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class AccessTokensIT {
    private static final UUID ACCOUNT = UUID.fromString("0190f1d2-0000-7000-8000-0000000000aa");

    @Test
    void tellsTheEndpointWhoCalls() {
        UUID session = UUID.fromString("0190f1d2-0000-7000-8000-0000000000bb");
        Instant startedAt = Instant.parse("2026-11-01T10:00:00.123Z");
        given().auth()
                .oauth2(Tokens.ofAgent(ACCOUNT)
                        .session(session)
                        .startedAt(startedAt)
                        .signed())
                .get("/agent/api/v1/probe")
                .then()
                .statusCode(200)
                .body("accountId", equalTo(ACCOUNT.toString()))
                .body("kind", equalTo("agent"))
                .body("admin", is(false))
                .body("sessionId", equalTo(session.toString()))
                .body("sessionStartedAt", equalTo("2026-11-01T10:00:00.123Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "user, /api/v1/probe/me, 200",
        "user, /agent/api/v1/probe, 403",
        "user, /admin/api/v1/probe, 403",
        "agent, /api/v1/probe/me, 403",
        "agent, /agent/api/v1/probe, 200",
        "agent, /admin/api/v1/probe, 403",
        "admin, /agent/api/v1/probe, 200",
        "admin, /admin/api/v1/probe, 200",
        "nobody, /agent/api/v1/probe, 401",
        "nobody, /admin/api/v1/probe, 401",
        "nobody, /api/v1/probe/forgotten, 401",
        "admin, /api/v1/probe/forgotten, 403",
        "nobody, /api/v1/probe/address, 200"
    })
    void a26LetsEachKindToItsOwnPathsOnly(String who, String path, int status) {
        var request = given();
        switch (who) {
            case "user" -> request.auth().oauth2(Tokens.user(ACCOUNT));
            case "agent" -> request.auth().oauth2(Tokens.agent(ACCOUNT));
            case "admin" -> request.auth().oauth2(Tokens.admin(ACCOUNT));
            default -> request.auth().none();
        }
        var answer = request.get(path).then().statusCode(status);
        if (status != 200) {
            answer.contentType(containsString("application/problem+json"));
        }
    }

    @Test
    void challengesWhoSendsNoToken() {
        given().get("/agent/api/v1/probe")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("urn:gatehouse:problem:unauthenticated"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenTokens")
    void refusesBrokenTokens(String name, String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/agent/api/v1/probe")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("urn:gatehouse:problem:unauthenticated"));
    }

    /** T30 (RFC 9110, section 11.4). */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer  ", "bearer     ", "BEARER "})
    void t30TakesAnyNumberOfSpacesAfterTheScheme(String scheme) {
        given().header("Authorization", scheme + Tokens.agent(ACCOUNT))
                .get("/agent/api/v1/probe")
                .then()
                .statusCode(200);
    }

    @Test
    void allowsForClocksThatAreTenSecondsApart() {
        Instant now = Instant.now();
        String token = Tokens.ofAgent(ACCOUNT)
                .issuedAt(now.minusSeconds(60))
                .expiresAt(now.minusSeconds(5))
                .signed();
        given().auth().oauth2(token).get("/agent/api/v1/probe").then().statusCode(200);
    }

    @Test
    void takesATokenForSeveralAudiencesOnlyIfItsOwnIsAmongThem() {
        String other =
                Tokens.ofAgent(ACCOUNT).claim("aud", List.of("gatehouse-audit")).signed();
        given().auth().oauth2(other).get("/agent/api/v1/probe").then().statusCode(401);
    }

    @Test
    void asksNobodyForATokenWhereEverybodyMayEnter() {
        given().auth().oauth2("nonsense").get("/api/v1/probe/address").then().statusCode(200);
    }

    private static Stream<Arguments> brokenTokens() {
        return Tokens.broken(ACCOUNT).entrySet().stream().map(token -> Arguments.of(token.getKey(), token.getValue()));
    }
}
