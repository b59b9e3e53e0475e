package dev.gatehouse.chassis.http.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.RawHttp;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class EdgeFilterIT {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/probe/address", "/api/v1/probe/fault", "/nothing", "/api/v1/probe/page", "/a;b"})
    void sendsSecurityHeadersWithEveryAnswer(String path) {
        String answer = RawHttp.get(RestAssured.port, path);
        for (String header : new String[] {
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin",
            "Permissions-Policy: ",
            "Content-Security-Policy: default-src 'none'",
            "Referrer-Policy: ",
            "Cache-Control: no-store",
            "X-Request-Id: "
        }) {
            assertTrue(answer.contains(header), () -> header + " is missing in " + answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/probe/../probe/page",
                "/api//v1/probe/page",
                "/api/v1/probe;x/page",
                "/api/v1%2fprobe",
                "/api/%2e%2e/x",
                "http://evil.test/api/v1/probe/page"
            })
    void refusesPathsThatAreNotPlain(String target) {
        String answer = RawHttp.get(RestAssured.port, target);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:refused-path"), answer);
    }

    @ParameterizedTest // A48
    @ValueSource(strings = {"GET /x", "NONSENSE", "GET /x HTTP/9.9"})
    void survivesBrokenRequestLines(String line) {
        String answer = RawHttp.line(RestAssured.port, line);
        assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/[19]\\.\\d (4|5)\\d\\d.*"), answer);
        given().get("/api/v1/probe/address").then().statusCode(200);
    }

    @Test // A24
    void refusesHeadersThatAreTooLarge() {
        String answer = RawHttp.say(
                RestAssured.port,
                "127.0.0.1",
                "GET /api/v1/probe/address HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 431"), answer);
    }

    @Test
    void keepsAHarmlessRequestIdAndReplacesOthers() {
        given().header("X-Request-Id", "req-12345678")
                .get("/nothing")
                .then()
                .header("X-Request-Id", equalTo("req-12345678"));
        given().header("X-Request-Id", "x\" onload=")
                .get("/nothing")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                .header("X-Request-Id", not(containsString("onload")));
    }
}
