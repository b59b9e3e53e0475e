package dev.gatehouse.testbed.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.EndUser;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each audience is for its own kind of account, and does not reveal which accounts another one accepts. */
@ExtendWith(RunningSuite.class)
class WrongAudienceIT {
    private static final String WRONG = "a wrong but long password";

    private final Suite suite;

    WrongAudienceIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void answersAnEndUserAtTheAgentAudienceLikeAWrongPassword() {
        // Given
        EndUser user = suite.newUser();
        Agent agent = suite.newAgent();

        // When
        Answer answer = suite.visitor().post("/agent/api/v1/sessions", user.credentials());

        // Then
        assertEquals(401, answer.status());
        assertEquals(suite.login(agent.typing(WRONG), suite.freshAddress()).withoutTrace(), answer.withoutTrace());
    }

    @Test
    void answersAnAgentAtTheUserAudienceLikeAWrongPassword() {
        // Given
        EndUser user = suite.newUser();
        Agent agent = suite.newAgent();

        // When
        Answer answer = suite.visitor().post("/api/v1/sessions", agent.credentials());

        // Then
        Answer wrong =
                suite.visitor().post("/api/v1/sessions", new EndUser(user.id(), user.email(), WRONG).credentials());
        assertEquals(401, answer.status());
        assertEquals(wrong.withoutTrace(), answer.withoutTrace());
    }

    /** An end user's token is made for another audience, so the services of agents do not even know it. */
    @ParameterizedTest
    @CsvSource({
        "/agent/api/v1/sessions, 403",
        "/agent/api/v1/me, 403",
        "/agent/api/v1/ip-trust/trusted-addresses, 401",
        "/agent/api/v1/notifications, 401",
        "/agent/api/v1/notifications/stream, 401",
        "/admin/api/v1/accounts, 403",
        "/admin/api/v1/admins, 403",
        "/admin/api/v1/ip-trust/settings, 401",
        "/admin/api/v1/notifications/defaults, 401",
        "/admin/api/v1/audit/events, 401"
    })
    void a26RefusesTheTokenOfAnEndUser(String path, int status) {
        // Given
        Visitor visitor = suite.visitor();
        Session user = Session.of(
                visitor,
                visitor.post("/api/v1/sessions", suite.newUser().credentials()).expect(201));

        // When
        Answer answer = user.visitor().get(path);

        // Then
        assertEquals(status, answer.status(), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sessions",
                "/api/v1/me",
                "/admin/api/v1/accounts",
                "/admin/api/v1/admins",
                "/admin/api/v1/ip-trust/settings",
                "/admin/api/v1/notifications/defaults",
                "/admin/api/v1/audit/events"
            })
    void a26RefusesTheTokenOfAnAgentElsewhere(String path) {
        // Given
        Session agent = suite.newSession(suite.newAgent(), suite.freshAddress());

        // When
        Answer answer = agent.visitor().get(path);

        // Then
        assertEquals(403, answer.status(), answer.body());
        assertEquals("forbidden", answer.problem());
    }

    @Test
    void refreshesNothingForTheOtherAudience() {
        // Given
        Visitor visitor = suite.visitor();
        Session user = Session.of(
                visitor,
                visitor.post("/api/v1/sessions", suite.newUser().credentials()).expect(201));
        Map<String, String> token = Map.of("refreshToken", user.refreshToken());

        // When
        Answer atOther = visitor.post("/agent/api/v1/sessions/refresh", token);

        // Then
        assertEquals(401, atOther.status());
        visitor.post("/api/v1/sessions/refresh", token).expect(200);
    }
}
