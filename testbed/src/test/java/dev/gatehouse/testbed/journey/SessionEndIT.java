package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.EveryService;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session that ended is felt by all four services at once. */
@ExtendWith(RunningSuite.class)
class SessionEndIT {
    private final Suite suite;

    SessionEndIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void refusesTheTokenInEveryServiceWithinASecond() {
        // Given
        Visitor signedIn = signedIn(suite.newAgent());
        assertTrue(EveryService.knows(signedIn));

        // When
        signedIn.delete("/agent/api/v1/sessions/current").expect(204);

        // Then
        Eventually.within(
                Duration.ofSeconds(1), "all four services refuse the token", () -> EveryService.refuses(signedIn));
    }

    @Test
    void refusesTheRefreshToken() {
        // Given
        Agent agent = suite.newAgent();
        JsonNode session = suite.loginFromNewAddress(agent, suite.freshAddress());
        Visitor signedIn = suite.visitor().bearing(session.get("accessToken").asText());
        signedIn.delete("/agent/api/v1/sessions/current").expect(204);

        // When
        var refreshed = suite.visitor()
                .post(
                        "/agent/api/v1/sessions/refresh",
                        Map.of("refreshToken", session.get("refreshToken").asText()));

        // Then
        assertEquals(401, refreshed.status());
        assertEquals("session-revoked", refreshed.problem());
    }

    @Test
    void a25HidesTheSessionsOfOthers() {
        // Given
        Visitor mine = signedIn(suite.newAgent());
        JsonNode theirs = suite.loginFromNewAddress(suite.newAgent(), suite.freshAddress());

        // When
        var answer =
                mine.delete("/agent/api/v1/sessions/" + theirs.at("/session/id").asText());

        // Then
        assertEquals(404, answer.status());
        suite.visitor()
                .bearing(theirs.get("accessToken").asText())
                .get("/agent/api/v1/sessions")
                .expect(200);
    }

    private Visitor signedIn(Agent agent) {
        JsonNode session = suite.loginFromNewAddress(agent, suite.freshAddress());
        return suite.visitor().bearing(session.get("accessToken").asText());
    }
}
