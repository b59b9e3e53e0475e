package dev.gatehouse.testbed.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.EveryService;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that an attacker makes of one that they have seen, at all four services. */
@ExtendWith(RunningSuite.class)
class TokenAttackIT {
    private final Suite suite;
    private final Session session;
    private final ForgedTokens forged;

    TokenAttackIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.session = suite.newSession(suite.newAgent(), suite.freshAddress());
        this.forged = new ForgedTokens(session.accessToken());
    }

    @Test
    void a01RefusesTokensThatNameNoAlgorithm() {
        List<String> headers = Stream.concat(
                        Stream.of("none", "None", "NONE", "nOnE", "")
                                .map(name -> "{\"alg\":\"%s\",\"typ\":\"at+jwt\"}".formatted(name)),
                        Stream.of("{\"typ\":\"at+jwt\"}", "{\"alg\":null,\"typ\":\"at+jwt\"}"))
                .toList();

        assertRefused(headers.stream()
                .flatMap(header -> Stream.of(forged.unsigned(header), forged.unsigned(header) + "."))
                .toList());
    }

    @Test
    void a02RefusesThePublicKeyAsASecret() {
        JsonNode keys =
                suite.visitor().get("/.well-known/jwks.json").expect(200).json().path("keys");

        assertTrue(!keys.isEmpty());
        keys.forEach(key -> assertRefused(forged.confusedWith(key)));
    }

    @Test
    void a03RefusesKeyIdsThatAreSomethingElse() throws IOException {
        KeyPair stranger = ForgedTokens.stranger();

        try (Canary canary = Canary.listening()) {
            assertRefused(Stream.of(
                            "\"' OR 1=1--\"",
                            "\"../../dev/null\"",
                            "\"" + canary.url() + "\"",
                            "\"" + "x".repeat(8_000) + "\"",
                            "\"\\u0000\"",
                            "[\"a\"]",
                            "{}",
                            "7")
                    .map(keyId -> forged.signedByStranger(
                            "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":" + keyId + "}", stranger))
                    .toList());
            assertEquals(0, canary.visits());
        }
    }

    @Test
    void a04RefusesKeysThatATokenBringsAlongAndAsksNobodyForThem() throws IOException {
        KeyPair stranger = ForgedTokens.stranger();
        String keyId = suite.visitor()
                .get("/.well-known/jwks.json")
                .json()
                .at("/keys/0/kid")
                .asText();

        try (Canary canary = Canary.listening()) {
            assertRefused(Stream.of(
                            "\"jku\":\"" + canary.url() + "\"",
                            "\"x5u\":\"" + canary.url() + "\"",
                            "\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                            "\"x5c\":[\"MIIB\"]",
                            "\"x5t\":\"AAAA\"",
                            "\"crit\":[\"exp\"]",
                            "\"b64\":false,\"crit\":[\"b64\"]")
                    .map(member -> forged.signedByStranger(
                            "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + keyId + "\"," + member + "}",
                            stranger))
                    .toList());
            assertEquals(0, canary.visits());
        }
    }

    @Test
    void a05RefusesEveryOtherSecretAsAnAccessToken() {
        Agent waiting = suite.newAgent();
        JsonNode challenge =
                suite.login(waiting, suite.freshAddress()).expect(202).json().path("challenge");
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(waiting.email()));

        assertRefused(List.of(
                session.refreshToken(),
                session.id(),
                challenge.path("id").asText(),
                link.substring(link.lastIndexOf('/') + 1)));
    }

    @Test
    void a07RefusesARevokedTokenInOtherWords() {
        // When
        session.visitor().delete("/agent/api/v1/sessions/current").expect(204);
        EveryService.soonRefuses(session.visitor());

        // Then
        assertEquals(
                List.of(),
                forged.inOtherWords().stream()
                        .filter(token -> !EveryService.refuses(bearing(token)))
                        .toList());
    }

    @Test
    void a08RefusesSignaturesThatNeedNoKey() {
        assertRefused(forged.withEmptySignatures());
    }

    private void assertRefused(List<String> tokens) {
        assertEquals(
                List.of(),
                tokens.stream()
                        .filter(token -> !EveryService.refuses(bearing(token)))
                        .toList());
        assertTrue(EveryService.knows(session.visitor()), "the session itself goes on");
    }

    private Visitor bearing(String token) {
        return suite.visitor().bearing(token);
    }

    /** A server of the attacker's that nobody has a reason to ask. */
    private record Canary(HttpServer server, AtomicInteger asked) implements AutoCloseable {
        static Canary listening() throws IOException {
            AtomicInteger asked = new AtomicInteger();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
            return new Canary(server, asked);
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
        }

        int visits() {
            return asked.get();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
