package dev.gatehouse.auth.session.refresh;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class RefreshResourceIT extends AgentWithSession {
    @Test
    void givesTheNextTokenAndKeepsTheSession() {
        // When
        Response answer = browser.refresh(loggedIn.refreshToken());

        // Then
        answer.then()
                .statusCode(200)
                .body("session.id", equalTo(loggedIn.sessionId().toString()))
                .body("refreshToken", not(equalTo(loggedIn.refreshToken())))
                .body("accessToken", not(equalTo(loggedIn.accessToken())));
        browser.with(answer.path("accessToken"))
                .get(browser.path("/sessions"))
                .then()
                .statusCode(200);
    }

    @Test
    void givesTheSameSuccessorToARetry() {
        // Given
        String successor = browser.refresh(loggedIn.refreshToken()).path("refreshToken");

        // When
        Response again = browser.refresh(loggedIn.refreshToken());

        // Then
        again.then().statusCode(200).body("refreshToken", equalTo(successor));
        browser.refresh(successor).then().statusCode(200);
    }

    @Test
    void refusesAReusedTokenAndEndsItsFamily() {
        // Given
        String successor = browser.refresh(loggedIn.refreshToken()).path("refreshToken");

        // When
        Response replay = browser.from("198.51.100.9").refresh(loggedIn.refreshToken());

        // Then
        assertProblem(replay, "refresh-token-reused");
        assertProblem(browser.refresh(successor), "session-revoked");
        assertProblem(browser.refresh(loggedIn.refreshToken()), "session-revoked");
        assertEquals(
                "198.51.100.9",
                PublishedEvents.event(EventType.REFRESH_TOKEN_REUSED, agent.id())
                        .path("ip")
                        .asText());
        assertEquals(
                1,
                PublishedEvents.events(EventType.REFRESH_TOKEN_REUSED, agent.id())
                        .size());
        assertEquals("refresh_token_reused", whyEnded());
        await().until(() -> PublishedEvents.revocations(loggedIn.sessionId()).size() == 1);
    }

    @Test
    void refusesTheSameClientAfterTheGrace() {
        // Given
        browser.refresh(loggedIn.refreshToken()).then().statusCode(200);
        database("UPDATE session SET rotated_at = rotated_at - INTERVAL 10 SECOND WHERE id = ?");

        // When
        Response late = browser.refresh(loggedIn.refreshToken());

        // Then
        assertProblem(late, "refresh-token-reused");
    }

    /** M3: an old token of ours is recognised however far back it is, and does not need its successors for it. */
    @Test
    void m3RecognisesAnOldTokenOfASessionThatWasRefreshedMillionsOfTimes() {
        // Given
        browser.refresh(loggedIn.refreshToken()).then().statusCode(200);
        database("UPDATE session SET rotations = 5000000, previous_hash = NULL WHERE id = ?");

        // Then
        assertProblem(browser.refresh(loggedIn.refreshToken()), "refresh-token-reused");
    }

    @Test
    void recognisesATokenThatIsSeveralRotationsOld() {
        // Given
        String token = loggedIn.refreshToken();
        for (int i = 0; i < 3; i++) {
            token = browser.refresh(token).path("refreshToken");
        }

        // When
        Response replay = browser.refresh(loggedIn.refreshToken());

        // Then
        assertProblem(replay, "refresh-token-reused");
        assertProblem(browser.refresh(token), "session-revoked");
    }

    @Test
    void rotatesOnceForFiftyRequestsOfTheSameClient() {
        // When
        List<Response> answers = Parallel.times(50, number -> browser.refresh(loggedIn.refreshToken()));

        // Then
        Set<String> successors = answers.stream()
                .map(answer -> answer.then().statusCode(200).extract().<String>path("refreshToken"))
                .collect(Collectors.toSet());
        assertEquals(1, successors.size());
        assertEquals(1, number("SELECT rotations FROM session WHERE id = ?"));
        browser.refresh(successors.iterator().next()).then().statusCode(200);
    }

    @Test
    void a06LetsAtMostOneOfFiftyThievesThroughAndEndsTheFamilyOnce() {
        // When
        List<Response> answers = Parallel.times(
                50, number -> browser.from("198.51.100." + number).refresh(loggedIn.refreshToken()));

        // Then
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        assertEquals(
                49,
                answers.stream().filter(answer -> answer.statusCode() == 401).count());
        assertEquals("refresh_token_reused", whyEnded());
        assertEquals(
                1, PublishedEvents.events(EventType.SESSION_ENDED, agent.id()).size());
        assertEquals(
                1,
                PublishedEvents.events(EventType.REFRESH_TOKEN_REUSED, agent.id())
                        .size());
    }

    @Test
    void endsASessionThatWasIdleForTooLong() {
        // Given
        database("UPDATE session SET idle_expires_at = NOW(3) - INTERVAL 1 HOUR WHERE id = ?");

        // When
        Response answer = browser.refresh(loggedIn.refreshToken());

        // Then
        assertProblem(answer, "session-expired");
        assertEquals("idle", whyEnded());
        assertProblem(browser.refresh(loggedIn.refreshToken()), "session-expired");
    }

    @Test
    void refusesADisabledAccount() {
        // Given
        people.disable(agent);

        // When
        Response answer = browser.refresh(loggedIn.refreshToken());

        // Then
        assertProblem(answer, "session-revoked");
        assertEquals("account_disabled", whyEnded());
    }

    @Test
    void refusesASessionOfTheOtherAudience() {
        // When
        Response answer = browser.at(Audience.USER).refresh(loggedIn.refreshToken());

        // Then
        assertProblem(answer, "session-expired");
        browser.refresh(loggedIn.refreshToken()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesATextThatIsNoToken(String token) {
        assertProblem(browser.refresh(token), "session-expired");
    }

    @Test
    void doesNotEndASessionForAGuessedSecret() {
        // When
        Response guess = browser.refresh(loggedIn.sessionId() + ".0." + "A".repeat(43) + "." + "A".repeat(43));

        // Then
        assertProblem(guess, "session-expired");
        browser.refresh(loggedIn.refreshToken()).then().statusCode(200);
    }

    /** M3: it used to cost one digest for each time its session was refreshed; now nobody looks at the session. */
    @Test
    void m3AForgedTokenIsRefusedWithoutALookAtItsSession() throws SQLException {
        // Given
        String token = loggedIn.refreshToken();
        String forged = token.substring(0, token.length() - 43) + "A".repeat(43);
        try (Connection holder = StackEnds.database(AuthStack.SCHEMA).asApp();
                PreparedStatement hold = holder.prepareStatement("SELECT 1 FROM session WHERE id = ? FOR UPDATE")) {
            holder.setAutoCommit(false);
            hold.setBytes(1, UuidBytes.bytes(loggedIn.sessionId()));
            hold.execute();

            // Then
            assertProblem(browser.refresh(forged), "session-expired");
        }
        browser.refresh(token).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"refreshToken\":7}", "{\"refresh_token\":\"x\"}", "{\"active\":\"yes\"}"})
    void refusesABodyThatCannotBeRead(String body) {
        browser.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(browser.path("/sessions/refresh"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        browser.refresh(loggedIn.refreshToken()).then().statusCode(200);
    }

    @Test
    void extendsTheIdleLimitButNotTheAbsoluteLimit() {
        // Given
        database("UPDATE session SET idle_expires_at = NOW(3) + INTERVAL 30 SECOND,"
                + " expires_at = NOW(3) + INTERVAL 60 SECOND WHERE id = ?");

        // When
        Response answer = browser.refresh(loggedIn.refreshToken());

        // Then
        answer.then().statusCode(200);
        assertEquals(answer.<String>path("session.expiresAt"), answer.path("session.idleExpiresAt"));
    }

    @Test
    void appliesAnAdminRightGrantedMeanwhile() {
        // Given
        StackEnds.database(AuthStack.SCHEMA).update("UPDATE account SET admin = 1 WHERE email_key = ?", agent.email());

        // When
        String token = browser.refresh(loggedIn.refreshToken()).path("accessToken");

        // Then
        assertTrue(new String(
                        java.util.Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                        java.nio.charset.StandardCharsets.UTF_8)
                .contains("\"admin\""));
    }

    private String whyEnded() {
        return PublishedEvents.event(EventType.SESSION_ENDED, agent.id())
                .path("data")
                .path("why")
                .asText();
    }

    private void database(String sql) {
        StackEnds.database(AuthStack.SCHEMA).update(sql, (Object) UuidBytes.bytes(loggedIn.sessionId()));
    }

    private long number(String sql) {
        UUID id = loggedIn.sessionId();
        return StackEnds.database(AuthStack.SCHEMA).number(sql, (Object) UuidBytes.bytes(id));
    }

    private static void assertProblem(Response answer, String slug) {
        answer.then().statusCode(401).body("type", equalTo("urn:gatehouse:problem:" + slug));
    }
}
