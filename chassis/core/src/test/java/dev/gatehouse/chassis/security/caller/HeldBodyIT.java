package dev.gatehouse.chassis.security.caller;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.TestToken;
import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.chassis.testkit.hostile.HeldRequest;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
@DisplayName("H1: a request keeps no authority while its body is held back")
class HeldBodyIT {
    @Inject
    Authentications authentications;

    private static final String ORDER = "{\"name\":\"order\",\"count\":1}";

    @TestHTTPResource("/")
    @Nullable
    URI service;

    private final UUID account = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @Test
    void losesItWithTheSession() {
        // Given
        String token = Tokens.ofAgent(account).session(session).signed();
        try (HeldRequest held = held("PUT /agent/api/v1/probe", token)) {
            awaitAuthentications(1);

            // When
            Tokens.revoke(Revocation.ofSession(session));
            awaitRefusalOf(token);

            // Then
            assertAnswer(held.finish(), 401, "session-revoked");
        }
    }

    @Test
    void losesItWithTheAccount() {
        // Given
        String token = Tokens.ofAdmin(account).session(session).signed();
        try (HeldRequest held = held("PUT /admin/api/v1/probe", token)) {
            awaitAuthentications(1);

            // When
            Tokens.revoke(Revocation.ofAccount(account, Instant.now().plusSeconds(1)));
            awaitRefusalOf(token);

            // Then
            assertAnswer(held.finish(), 401, "session-revoked");
        }
    }

    @Test
    void losesItWhenTheTokenExpires() {
        // Given
        String token = expiringIn(Duration.ofSeconds(4), Tokens.ofAgent(account).session(session))
                .signed();
        try (HeldRequest held = held("PUT /agent/api/v1/probe", token)) {
            awaitAuthentications(1);

            // When
            awaitRefusalOf(token);

            // Then
            assertAnswer(held.finish(), 401, "unauthenticated");
        }
    }

    @Test
    void everyLossIsAnEventAlsoOfOneAddress() {
        // Given
        String address = "2001:db8:" + Integer.toHexString(account.hashCode() & 0xFFFF) + "::7";
        String token = Tokens.ofAgent(account).session(session).signed();
        List<HeldRequest> all = Stream.generate(() -> held("PUT /agent/api/v1/probe", token, address))
                .limit(3)
                .toList();
        awaitAuthentications(all.size());

        // When
        Tokens.revoke(Revocation.ofSession(session));
        awaitRefusalOf(token);
        all.forEach(held -> assertAnswer(held.finish(), 401, "session-revoked"));

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> lossesFrom(address), losses -> losses == 3);
    }

    private static long lossesFrom(String address) {
        return StackEnds.topics().all(Topic.SECURITY_EVENTS).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .filter(event -> event.contains("authority_lost") && event.contains("\"" + address + "\""))
                .count();
    }

    @Test
    void losesItWhenTheProofGrowsOld() {
        // Given
        Instant almostTooLongAgo = Instant.now().minus(Duration.ofMinutes(15)).plusSeconds(3);
        String token = Tokens.ofAdmin(account).authenticatedAt(almostTooLongAgo).signed();
        try (HeldRequest held = held("PUT /admin/api/v1/probe", token)) {
            // When
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().auth()
                    .oauth2(token)
                    .post("/admin/api/v1/probe")
                    .then()
                    .statusCode(403));

            // Then
            assertAnswer(held.finish(), 403, "step-up-required");
        }
    }

    @Test
    void keepsItWhenNothingChanged() {
        // Given
        String token = Tokens.ofAdmin(account).signed();
        try (HeldRequest held = held("PUT /admin/api/v1/probe", token)) {
            // Then
            String answer = held.finish();
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        }
    }

    @Test
    void isAnsweredWhenTheBodyDoesNotCome() {
        // Given
        String token = Tokens.ofAgent(account).signed();
        try (HeldRequest held = held("PUT /agent/api/v1/probe", token)) {
            // Then
            assertAnswer(held.answer(), 408, "request-timeout");
        }
    }

    /** Nobody can lose what they were not found to have: until then the request would be refused like a new one. */
    private void awaitAuthentications(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> authentications.of(session) == count);
    }

    private HeldRequest held(String requestLine, String token) {
        return held(requestLine, token, "203.0.113.7");
    }

    private HeldRequest held(String requestLine, String token, String address) {
        int port = Objects.requireNonNull(service).getPort();
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "X-Forwarded-For", address);
        return HeldRequest.send(port, requestLine, headers, ORDER);
    }

    /** With the allowance for clocks, which is ten seconds. */
    private static TestToken expiringIn(Duration left, TestToken token) {
        Instant expiry = Instant.now().minusSeconds(10).plus(left);
        return token.issuedAt(expiry.minusSeconds(60)).expiresAt(expiry);
    }

    private static void awaitRefusalOf(String token) {
        await().atMost(Duration.ofSeconds(8))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get("/agent/api/v1/probe")
                        .then()
                        .statusCode(401));
    }

    private static void assertAnswer(String answer, int status, String problem) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:" + problem), answer);
    }
}
