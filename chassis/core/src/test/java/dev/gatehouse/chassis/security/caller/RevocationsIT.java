package dev.gatehouse.chassis.security.caller;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.Heartbeats;
import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.state.Revocation;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class RevocationsIT {
    @Inject
    Revocations revocations;

    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI readiness;

    private final UUID account = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @Test
    void endsASessionWithinASecondAlsoWhenItsTokenIsRemembered() {
        // Given
        String token = Tokens.ofAgent(account).session(session).signed();
        String other = Tokens.agent(account);
        assertAnswers(token, 200);

        // When
        Tokens.revoke(Revocation.ofSession(session));

        // Then
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertAnswers(token, 401));
        given().auth()
                .oauth2(token)
                .get("/agent/api/v1/probe")
                .then()
                .body("type", equalTo("urn:gatehouse:problem:session-revoked"));
        assertAnswers(other, 200);
        assertAnswers(Tokens.twin(token), 401); // A07: the same token with another good signature
    }

    @Test
    void endsTheSessionsOfAnAccountThatBeganBeforeTheCutAndNoOthers() {
        // Given
        Instant cut = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String before = Tokens.ofAgent(account).startedAt(cut.minusMillis(1)).signed();
        String after = Tokens.ofAgent(account).startedAt(cut).signed();

        // When
        Tokens.revoke(Revocation.ofAccount(account, cut));

        // Then
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertAnswers(before, 401));
        assertAnswers(after, 200);
    }

    @Test
    void tellsListenersUntilTheyLeave() throws Exception {
        // Given
        CompletableFuture<Revocation> heard = new CompletableFuture<>();
        try (Revocations.Subscription subscription = revocations.onRevoked(heard::complete)) {
            // When
            Tokens.revoke(Revocation.ofSession(session));

            // Then
            assertTrue(heard.get(5, TimeUnit.SECONDS).sessionId() != null && subscription != null);
        }
    }

    @Test
    void saysThatItIsReadyAndWhetherTheFeedLives() {
        // Given
        Heartbeats.begin();

        // Then
        given().get(readiness)
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'revocations' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'revocations' }.data.state", equalTo("live"));
    }

    @Test
    void letsAnAdministratorChangeThings() {
        given().auth()
                .oauth2(Tokens.admin(account))
                .post("/admin/api/v1/probe")
                .then()
                .statusCode(200);
    }

    @Test
    void asksForANewProofBeforeAChangeAndNotBeforeReading() {
        // Given
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(16));
        String token = Tokens.ofAdmin(account).authenticatedAt(longAgo).signed();

        // Then
        given().auth().oauth2(token).get("/admin/api/v1/probe").then().statusCode(200);
        given().auth()
                .oauth2(token)
                .post("/admin/api/v1/probe")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:gatehouse:problem:step-up-required"));
    }

    @Test
    void refusesChangesAndAllowsReadingWhileTheFeedIsSilent() {
        // Given
        String token = Tokens.admin(account);
        Heartbeats.stop();
        try {
            // Then
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().auth()
                    .oauth2(token)
                    .post("/admin/api/v1/probe")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:gatehouse:problem:revocation-feed-silent")));
            given().auth().oauth2(token).get("/admin/api/v1/probe").then().statusCode(200);
        } finally {
            Heartbeats.begin();
        }
    }

    @Test
    void answersARequestForAnotherDoorBeforeAskingForProof() {
        given().auth()
                .oauth2(Tokens.agent(account))
                .post("/admin/api/v1/probe")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:gatehouse:problem:forbidden"));
        given().post("/admin/api/v1/probe").then().statusCode(401);
    }

    private static void assertAnswers(String token, int status) {
        given().auth().oauth2(token).get("/agent/api/v1/probe").then().statusCode(status);
    }
}
