package dev.gatehouse.testbed.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.RawHttp;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that say something untrue about themselves. */
@ExtendWith(RunningSuite.class)
class RequestAttackIT {
    private static final String STRANGER = "127.0.0.6";
    private static final String LOGIN = "/agent/api/v1/sessions";
    /** What an answer about nothing must not tell. */
    private static final String INSIDE =
            "(?s).*(dev\\.gatehouse|io\\.quarkus|java\\.|Exception|jackson|SELECT|at [a-z]+\\.).*";

    /** What a stranger may claim about where the request comes from. */
    private static final List<String[]> CLAIMS = List.of(
            new String[] {"X-Forwarded-For", "203.0.113.9"},
            new String[] {"X-Forwarded-For", "203.0.113.9, 127.0.0.1"},
            new String[] {"X-Forwarded-For", "unknown"},
            new String[] {"X-Forwarded-For", "::ffff:203.0.113.9"},
            new String[] {"X-Forwarded-For", "203.0.113.9:443"},
            new String[] {"X-Forwarded-For", "203.0.113.9, ".repeat(99) + "127.0.0.1"},
            new String[] {"Forwarded", "for=203.0.113.9;host=evil.example.test"},
            new String[] {"X-Real-IP", "203.0.113.9"});

    private final Suite suite;

    RequestAttackIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void a09RecordsWhereAStrangerReallyComesFromWhateverTheyClaim() throws IOException {
        // Given
        List<Agent> agents = CLAIMS.stream().map(claim -> suite.newAgent()).toList();

        // When
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(STRANGER))
                .build()) {
            for (int i = 0; i < agents.size(); i++) {
                suite.visitor()
                        .through(client)
                        .with(CLAIMS.get(i)[0], CLAIMS.get(i)[1])
                        .post(
                                LOGIN,
                                agents.get(i)
                                        .typing("a wrong but long password")
                                        .credentials())
                        .expect(401);
            }
        }

        // Then
        agents.forEach(agent -> Eventually.holds(
                "the refusal stands in the audit log with the true address",
                () -> suite.auditLog().about(agent.id(), "login.failed").stream()
                        .map(event -> event.get("ip").asText())
                        .toList()
                        .equals(List.of(STRANGER))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /agent/api/v1/sessions HTTP/1.1|Host: evil.example.test",
                "POST http://evil.example.test/agent/api/v1/sessions HTTP/1.1|Host: evil.example.test",
                "POST http://evil.example.test/agent/api/v1/sessions HTTP/1.1|Host: localhost"
            })
    void a10ServesNoForeignHost(String head) {
        String answer = said(head + "|Content-Type: application/json|Content-Length: 2|Connection: close||{}");

        assertTrue(answer.matches("(?s)HTTP/1\\.1 (400|421) .*"), answer);
    }

    @Test
    void a10MailsLinksOfTheConfiguredOriginOnly() {
        // Given
        Agent agent = suite.newAgent();

        // When
        suite.visitor()
                .from(suite.freshAddress())
                .with("X-Forwarded-Host", "evil.example.test")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Prefix", "/evil")
                .with("Forwarded", "host=evil.example.test")
                .post(LOGIN, agent.credentials())
                .expect(202);

        // Then
        Mailbox.Received mail = suite.awaitVerificationMail(agent.email());
        assertTrue(mail.text().contains(suite.origin() + VerificationPage.linkIn(mail)), mail.text());
        assertFalse((mail.text() + mail.html()).contains("evil"), mail.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void a26TakesTheMethodFromTheRequestLineOnly(String header) {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        Session first = suite.newSession(agent, address);
        Session second = Session.of(first.client(), suite.login(agent, address).expect(201));

        // When
        second.visitor().with(header, "DELETE").get("/agent/api/v1/me").expect(200);
        second.visitor().with(header, "DELETE").get(LOGIN).expect(200);

        // Then
        first.visitor().get(LOGIN).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/dev",
                "/q/dev-ui",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/health",
                "/q/metrics",
                "/.git/HEAD",
                "/.env",
                "/actuator",
                "/actuator/env",
                "/WEB-INF/web.xml",
                "/application.properties",
                "/agent/api/v1/sessions/x.css",
                "/.well-known/nothing"
            })
    void a48ShowsNothingThatIsNotForEverybody(String path) {
        Answer atGateway = suite.visitor().get(path);
        assertHidden(path, atGateway);

        for (String service : List.of("AUTH", "IP_TRUST", "NOTIFICATION", "AUDIT")) {
            Answer answer = Visitor.to(suite.stack().local(service)).get(path);
            assertHidden(path, answer);
            assertTrue(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"), answer.body());
            assertTrue(answer.header("Cache-Control").contains("no-store"), answer.body());
        }
    }

    private static void assertHidden(String path, Answer answer) {
        assertTrue(List.of(401, 404, 405).contains(answer.status()), () -> path + " " + answer.status());
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer.body());
        assertEquals("nosniff", answer.header("X-Content-Type-Options"), answer.body());
        assertFalse(answer.body().matches(INSIDE), answer.body());
        assertEquals("", answer.header("Server") + answer.header("X-Powered-By"));
    }

    @Test
    void a48TellsNothingOfTheInsideWhenABodyIsBroken() {
        for (String body :
                List.of("{", "[]", "\"x\"", "7", "null", "{\"email\":1,\"password\":[]}", "\uFEFF{}", "NaN")) {
            Answer answer = suite.visitor().postRaw(LOGIN, body);

            assertTrue(answer.status() == 400 || answer.status() == 422, answer::body);
            assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer.body());
            assertFalse(answer.body().matches(INSIDE), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "FOO"})
    void a48EchoesNothing(String method) {
        String answer = said(method + " /agent/api/v1/sessions HTTP/1.1|Host: localhost|X-Secret: swordfish"
                + "|Content-Length: 0|Connection: close||");

        assertTrue(answer.matches("(?s)HTTP/1\\.1 (400|405|501) .*"), answer);
        assertFalse(answer.contains("swordfish"), answer);
    }

    /** What two readers would cut into requests differently is not cut at all (RFC 9112, section 11.2). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4|Transfer-Encoding: chunked||0||GET /smuggled HTTP/1.1|Host: localhost|Connection: close||",
                "Content-Length: 0|Content-Length: 70||GET /smuggled HTTP/1.1|Host: localhost|Connection: close||",
                "Transfer-Encoding: chunked|Transfer-Encoding: identity||0||GET /smuggled HTTP/1.1|Host: localhost|Connection: close||",
                "Transfer-Encoding : chunked||0||GET /smuggled HTTP/1.1|Host: localhost|Connection: close||",
                "Content-Length: +0||GET /smuggled HTTP/1.1|Host: localhost|Connection: close||"
            })
    void a48AnswersASmuggledRequestNever(String rest) {
        String answer =
                said("POST /agent/api/v1/sessions HTTP/1.1|Host: localhost|Content-Type: application/json|" + rest);

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertEquals(1, answer.split("HTTP/1\\.1 \\d\\d\\d", -1).length - 1, answer);
    }

    private String said(String request) {
        return RawHttp.say(suite.origin().getPort(), "127.0.0.1", request.replace("|", "\r\n"));
    }
}
