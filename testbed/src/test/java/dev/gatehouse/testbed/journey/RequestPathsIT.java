package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.RawHttp;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway decides about request targets as every service does: the table is the same. */
@ExtendWith(RunningSuite.class)
class RequestPathsIT {
    private final int port;

    RequestPathsIT(Suite suite) {
        this.port = suite.stack().origin().getPort();
    }

    /** M5. */
    @ParameterizedTest
    @MethodSource("dev.gatehouse.chassis.testkit.hostile.RequestPaths#refused")
    void m5RefusesPathsThatTwoReadersReadDifferently(String target) {
        String answer = RawHttp.get(port, target);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:refused-path"), answer);
    }

    /** L3. */
    @ParameterizedTest
    @MethodSource("dev.gatehouse.chassis.testkit.hostile.RequestPaths#unknown")
    void l3AnswersAPathThatIsTooLongAsOneThatIsNot(String target) {
        String answer = RawHttp.get(port, target);
        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
    }

    /** H2: one header must not stop a service. */
    @Test
    void h2AnswersAtOnceWhateverForwardingHeaderAClientSends() {
        String answer = RawHttp.say(
                port,
                "127.0.0.1",
                "GET /.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: "
                        + ":".repeat(15_000) + "[\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }

    /** A10, T30: the host of a whole URI counts. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/me, evil.example.test, 421",
        "http://evil.example.test/api/v1/me, localhost, 421",
        "http://localhost/api/v1/me, evil.example.test, 401",
        "/api/v1/me, localhost, 401"
    })
    void a10ServesTheHostOfTheOriginOnly(String target, String host, int status) {
        String answer = RawHttp.say(
                port, "127.0.0.1", "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }
}
