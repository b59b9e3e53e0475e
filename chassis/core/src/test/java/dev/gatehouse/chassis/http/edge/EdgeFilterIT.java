package dev.gatehouse.chassis.http.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class EdgeFilterIT {
    /** M5, L3: the table is the same for the gateway. */
    @ParameterizedTest
    @MethodSource("dev.gatehouse.chassis.testkit.hostile.RequestPaths#refused")
    void m5RefusesPathsThatTwoReadersReadDifferently(String target) {
        String answer = RawHttp.get(RestAssured.port, target);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:refused-path"), answer);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.chassis.testkit.hostile.RequestPaths#unknown")
    void l3AnswersAPathThatIsTooLongAsOneThatIsNot(String target) {
        String answer = RawHttp.get(RestAssured.port, target);
        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:not-found"), answer);
    }

    /** A10. */
    @ParameterizedTest
    @CsvSource({
        "Host: evil.example.test, 421",
        "Host: localhost.evil.example.test, 421",
        "Host: 198.51.100.66, 421",
        "Host: localhost@evil.example.test, 400",
        "Host: localhost|Host: localhost, 400",
        "X: y, 400",
        "Host: localhost, 200",
        "Host: LOCALHOST:1, 200",
        "Host: 127.0.0.1, 200",
        "Host: helpdesk.example.test, 200",
        "Host: localhost|X-Forwarded-Host: evil.example.test, 200"
    })
    void a10ServesKnownHostsOnly(String header, int status) {
        String answer = RawHttp.say(
                RestAssured.port,
                "127.0.0.1",
                "GET /api/v1/probe/address HTTP/1.1\r\n" + header.replace("|", "\r\n")
                        + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }

    /** A10: other services ask for the public keys under an internal name. */
    @Test
    void a10ServesThePublicKeysUnderEveryName() {
        String answer = RawHttp.say(
                RestAssured.port,
                "127.0.0.1",
                "GET /.well-known/jwks.json HTTP/1.1\r\nHost: auth-service\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
    }

    /** T30: HTTP/1.0 knows no Host. */
    @Test
    void servesHttp10WithoutAHost() {
        String answer = RawHttp.say(RestAssured.port, "127.0.0.1", "GET /api/v1/probe/address HTTP/1.0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.") && answer.contains(" 200 "), answer);
    }

    /** T30 (RFC 9110, section 15.5.6). */
    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/probe/orders, 'OPTIONS, POST'",
        "POST, /api/v1/probe/orders/0190f1d2-0000-7000-8000-000000000000, 'GET, HEAD, OPTIONS, PUT'",
        "PATCH, /api/v1/probe/list?limit=1, 'GET, HEAD, OPTIONS'",
        "TRACE, /api/v1/probe/list, 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'"
    })
    void t30SaysWhichMethodsAreAllowed(String method, String target, String allowed) {
        String answer = RawHttp.line(RestAssured.port, method + " " + target + " HTTP/1.1");
        assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
        assertTrue(answer.contains("Allow: " + allowed + "\r\n"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:method-not-allowed"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/probe/address", "/api/v1/probe/fault", "/nothing", "/api/v1/probe/page", "/a;b"})
    void a48SendsSecurityHeadersWithEveryAnswer(String path) {
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
    @ValueSource(strings = {"GET /x", "NONSENSE", "GET /x HTTP/9.9"})
    void a48SurvivesBrokenRequestLines(String line) {
        String answer = RawHttp.line(RestAssured.port, line);
        assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/[19]\\.\\d (4|5)\\d\\d.*"), answer);
        given().get("/api/v1/probe/address").then().statusCode(200);
    }

    /** A48 (RFC 3986, 2): characters that no URI has. The framework alone would answer without a problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "/a\\b 400 refused-path",
                "/<a> 400 refused-path",
                "/\" 400 refused-path",
                "/{a} 400 refused-path",
                "/a|b 400 refused-path",
                "/api/v1/probe/list?q=<a> 400 malformed-request",
                "/api/v1/probe/list?q=a|b 400 malformed-request",
                "/api/v1/probe/list?q=% 400 malformed-request",
                "/api/v1/probe/list?q=^ 400 malformed-request",
                "\\ 404 not-found",
                "< 404 not-found"
            })
    void a48EchoesNothingOfATargetThatIsNoUri(String target, int status, String problem) {
        String answer = RawHttp.line(RestAssured.port, "GET " + target + " HTTP/1.1");
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:" + problem), answer);
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
        assertFalse(answer.contains(target), answer);
    }

    /** A48 and T30: too long is a problem, with the headers of every answer. */
    @ParameterizedTest
    @CsvSource({
        "4095, 1, 404, not-found",
        "4097, 1, 414, target-too-long",
        "20000, 1, 414, target-too-long",
        "20, 15000, 404, not-found",
        "20, 17000, 431, headers-too-large"
    })
    void a48SaysWhatIsTooLong(int target, int header, int status, String problem) {
        String answer = RawHttp.say(
                RestAssured.port,
                "127.0.0.1",
                "GET /api/v1/nothing?" + "x".repeat(target - 16)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + "x".repeat(header) + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:" + problem), answer);
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
    }

    /** Beyond what is read at all. */
    @ParameterizedTest
    @CsvSource({"40000, 1, 414", "20, 40000, 431"})
    void readsNoEndlessHeaders(int target, int header, int status) {
        String answer = RawHttp.say(
                RestAssured.port,
                "127.0.0.1",
                "GET /" + "x".repeat(target) + " HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(header) + "\r\n\r\n");
        assertTrue(answer.contains(" " + status + " "), answer);
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
