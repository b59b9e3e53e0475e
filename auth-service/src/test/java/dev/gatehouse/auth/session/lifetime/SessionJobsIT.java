package dev.gatehouse.auth.session.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.HeldAccount;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AuthStack
class SessionJobsIT {
    @Inject
    People people;

    @Inject
    Admins admins;

    @Inject
    SessionCleanupJob cleanup;

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @ParameterizedTest
    @CsvSource({"1, idle", "0, expired"})
    void endsAnUnusedSession(int hoursLeft, String why) {
        // Given
        Person user = people.user();
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);

        // When
        int changed = database.update(
                "UPDATE session SET idle_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND,"
                        + " expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND + INTERVAL ? HOUR WHERE id = ?",
                hoursLeft,
                UuidBytes.bytes(loggedIn.sessionId()));

        // Then
        assertEquals(1, changed);
        var ended = PublishedEvents.event(EventType.SESSION_ENDED, user.id());
        assertEquals(why, ended.path("data").path("why").asText());
        assertEquals("system", ended.path("actor").path("kind").asText());
        assertEquals(1, PublishedEvents.revocations(loggedIn.sessionId()).size());
    }

    @Test
    void deletesSessionsThatEndedLongAgo() {
        // Given
        Person user = people.user();
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);
        Object id = UuidBytes.bytes(loggedIn.sessionId());
        database.update(
                "UPDATE session SET ended_at = UTC_TIMESTAMP(3) - INTERVAL 31 DAY, end_reason = 'IDLE'"
                        + " WHERE id = ?",
                id);

        // When
        cleanup.run().await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(0, StackEnds.database(AuthStack.SCHEMA).number("SELECT COUNT(*) FROM session WHERE id = ?", id));
    }

    @Test
    @DisplayName("B1: a session that another replica refreshed between the look and the lock goes on")
    void sparesASessionThatIsUsedMeanwhile() throws SQLException {
        // Given
        Person user = people.user();
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);
        try (HeldAccount held = HeldAccount.of(user.id())) {
            held.change("SELECT id FROM session WHERE account_id = ? FOR UPDATE");
            held.change("UPDATE session SET idle_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND"
                    + " WHERE account_id = ?");
            held.release();
            held.change("SELECT id FROM session WHERE account_id = ? FOR UPDATE");
            held.awaitWaiting("select sr1_0");

            // When
            held.change("UPDATE session SET idle_expires_at = expires_at WHERE account_id = ?");
            held.release();
        }

        // Then
        Browser.of(user).refresh(loggedIn.refreshToken()).then().statusCode(200);
    }

    @Test
    @DisplayName("B2: an account with thousands of sessions can be disabled")
    void endsThousandsOfSessionsAtOnce() {
        // Given
        Person user = people.user();
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);
        Object id = UuidBytes.bytes(user.id());
        for (int doubled = 0; doubled < 14; doubled++) {
            database.update(
                    "INSERT INTO session (id, account_id, kind, methods, created_at, authenticated_at, last_seen_at,"
                            + " idle_expires_at, expires_at, remember_me, ip, current_hash, rotations)"
                            + " SELECT UNHEX(REPLACE(UUID(), '-', '')), account_id, kind, methods, created_at,"
                            + " authenticated_at, last_seen_at, idle_expires_at, expires_at, remember_me, ip,"
                            + " current_hash, rotations FROM session WHERE account_id = ?",
                    id);
        }

        // When
        Response disabled = admins.anyAdmin()
                .header("If-Match", admins.etag(user.id()))
                .body(Map.of("status", "disabled"))
                .patch("/admin/api/v1/accounts/" + user.id());

        // Then
        disabled.then().statusCode(200);
        assertEquals(
                16_384,
                database.number("SELECT COUNT(*) FROM session WHERE account_id = ? AND ended_at IS NOT NULL", id));
        Eventually.until(() -> PublishedEvents.revocations(loggedIn.sessionId()).size() == 1);
        // Administrative changes of the next test wait for the rest of the revocations.
        Eventually.until(() -> database.number("SELECT COUNT(*) FROM outbox") == 0);
    }

    @Test
    @DisplayName("B2: an account has ten sessions at most, the oldest makes room")
    void endsTheOldestSessionOfTooMany() {
        // Given
        Person user = people.user();
        Browser browser = Browser.of(user);
        LoggedIn oldest = LoggedIn.by(browser, user);
        LoggedIn second = LoggedIn.by(browser, user);
        for (int i = 2; i < 10; i++) {
            LoggedIn.by(browser, user);
        }
        browser.refresh(oldest.refreshToken()).then().statusCode(200);

        // When
        LoggedIn.by(browser, user);

        // Then
        var ended = PublishedEvents.event(EventType.SESSION_ENDED, user.id());
        assertEquals("displaced", ended.path("data").path("why").asText());
        assertEquals(oldest.sessionId().toString(), ended.path("sessionId").asText());
        assertEquals(
                1, PublishedEvents.events(EventType.SESSION_ENDED, user.id()).size());
        Eventually.until(() -> PublishedEvents.revocations(oldest.sessionId()).size() == 1);
        assertEquals(1, PublishedEvents.revocations(oldest.sessionId()).size());
        browser.refresh(second.refreshToken()).then().statusCode(200);
    }

    @Test
    @DisplayName("B4: a purge of sessions keeps no login waiting")
    void purgesWithoutHoldingUpLogins() throws Exception {
        // Given
        Person former = people.user();
        Person user = people.user();
        LoggedIn loggedIn = LoggedIn.by(Browser.of(former), former);
        byte[] id = UuidBytes.bytes(loggedIn.sessionId());
        database.update(
                "UPDATE session SET ended_at = UTC_TIMESTAMP(3) - INTERVAL 31 DAY, end_reason = 'IDLE' WHERE id = ?",
                id);
        try (HeldAccount held = HeldAccount.of(former.id());
                Connection holder = database.asApp();
                PreparedStatement lock = holder.prepareStatement("SELECT 1 FROM session WHERE id = ? FOR UPDATE")) {
            holder.setAutoCommit(false);
            lock.setBytes(1, id);
            lock.execute();
            var purge = cleanup.run().subscribeAsCompletionStage();
            held.awaitRunning(statement -> statement.matches("(?i)delete .*from session .*"));

            // When
            Response login = CompletableFuture.supplyAsync(
                            () -> Browser.of(user).login(user), Thread::startVirtualThread)
                    .get(3, TimeUnit.SECONDS);

            // Then
            login.then().statusCode(201);
            holder.rollback();
            purge.toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
        assertEquals(0, database.number("SELECT COUNT(*) FROM session WHERE id = ?", (Object) id));
    }
}
