package dev.gatehouse.auth.session.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AuthStack
class SessionJobsIT {
    @Inject
    People people;

    @Inject
    SessionCleanupJob cleanup;

    @ParameterizedTest
    @CsvSource({"1, idle", "0, expired"})
    void endsAnUnusedSession(int hoursLeft, String why) {
        // Given
        Person user = people.user();
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);

        // When
        int changed = StackEnds.database(AuthStack.SCHEMA)
                .update(
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
        StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE session SET ended_at = UTC_TIMESTAMP(3) - INTERVAL 31 DAY, end_reason = 'IDLE'"
                                + " WHERE id = ?",
                        id);

        // When
        cleanup.run().await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(0, StackEnds.database(AuthStack.SCHEMA).number("SELECT COUNT(*) FROM session WHERE id = ?", id));
    }
}
