package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nonsense from outside: each gets the documented problem through the gateway, and nothing that tells about the inside.
 */
@ExtendWith(RunningSuite.class)
class BadInputIT {
    private final Suite suite;

    BadInputIT(Suite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"email":                                                        | 400 | malformed-request
                    not json at all                                                  | 400 | malformed-request
                    {"email":"a@b.example","password":"x","isAdmin":true}            | 400 | unknown-property
                    {"email":["a@b.example"],"password":"x"}                         | 400 | malformed-request
                    {"email":"a@b.example"}                                          | 422 | validation-failed
                    """)
    void refusesALoginThatCannotBeRead(String body, int status, String problem) {
        // When
        Answer answer = suite.visitor().postRaw("/agent/api/v1/sessions", body);

        // Then
        assertEquals(status, answer.status(), answer.body());
        assertEquals(problem, answer.problem());
        assertTellsNothing(answer);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        // When
        Answer answer = suite.visitor().postRaw("/agent/api/v1/sessions", "{\"email\":\"" + "a".repeat(70_000) + "\"}");

        // Then
        assertEquals(413, answer.status(), answer.body());
        assertEquals("request-too-large", answer.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agent/api/v1/sessions",
                "/admin/api/v1/accounts",
                "/admin/api/v1/ip-trust/settings",
                "/agent/api/v1/notifications",
                "/admin/api/v1/audit/events"
            })
    void asksForATokenEverywhere(String path) {
        // When
        Answer without = suite.visitor().get(path);
        Answer foreign = suite.visitor().bearing(unsigned()).get(path);

        // Then
        assertEquals(401, without.status());
        assertEquals("unauthenticated", without.problem());
        assertEquals(401, foreign.status());
        assertTellsNothing(foreign);
    }

    @Test
    void answersTheSameForAWrongPasswordAndAnUnknownAccount() {
        // Given
        Agent agent = suite.newAgent();
        String wrong = "a wrong but long password";

        // When
        Answer wrongPassword = suite.login(new Agent(agent.id(), agent.email(), wrong), suite.freshAddress());
        Answer unknown = suite.login(new Agent("", "nobody@helpdesk.example", wrong), suite.freshAddress());

        // Then
        assertEquals(401, wrongPassword.status());
        assertEquals(401, unknown.status());
        assertEquals(wrongPassword.withoutTrace(), unknown.withoutTrace());
    }

    @Test
    void answersAnUnknownIdLikeNothing() {
        // When
        Answer answer = suite.admin().get("/admin/api/v1/accounts/019a0000-0000-7000-8000-000000000000");

        // Then
        assertEquals(404, answer.status());
        assertEquals("not-found", answer.problem());
    }

    @Test
    void keepsAgentsOutOfAdministration() {
        // Given
        suite.requireIpTrust();
        var session = suite.loginFromNewAddress(suite.newAgent(), suite.freshAddress());
        var agent = suite.visitor().bearing(session.get("accessToken").asText());

        // When
        Answer answer = agent.post("/admin/api/v1/accounts", Map.of("email", "x@helpdesk.example"));

        // Then
        assertEquals(403, answer.status());
        assertEquals("forbidden", answer.problem());
    }

    private static String unsigned() {
        return part("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + part("{\"sub\":\"x\",\"groups\":[\"admin\"]}")
                + ".";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertTellsNothing(Answer answer) {
        assertFalse(answer.body().matches("(?s).*(dev\\.gatehouse|java\\.|Exception|jackson|SELECT|at [a-z]+\\.).*"));
    }
}
