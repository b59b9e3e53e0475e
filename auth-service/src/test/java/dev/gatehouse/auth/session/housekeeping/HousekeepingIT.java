package dev.gatehouse.auth.session.housekeeping;

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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AuthStack
class HousekeepingIT {
    @Inject
    People people;

    @Inject
    Housekeeping housekeeping;

    @ParameterizedTest
    @CsvSource({"1, idle", "0, expired"})
    void endsASessionThatNobodyUses(int hoursLeft, String why) {
        // Given
        Person user = people.user();
        LoggedIn signedIn = LoggedIn.by(Browser.of(user), user);

        // When
        int changed = StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE session SET idle_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND,"
                                + " expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND + INTERVAL ? HOUR WHERE id = ?",
                        hoursLeft,
                        UuidBytes.bytes(signedIn.sessionId()));

        // Then
        assertEquals(1, changed);
        var ended = PublishedEvents.event(EventType.SESSION_ENDED, user.id());
        assertEquals(why, ended.path("data").path("why").asText());
        assertEquals("system", ended.path("actor").path("kind").asText());
        assertEquals(1, PublishedEvents.revocations(signedIn.sessionId()).size());
    }

    @Test
    void forgetsWhatEndedLongAgo() {
        // Given
        Person user = people.user();
        LoggedIn signedIn = LoggedIn.by(Browser.of(user), user);
        Object id = UuidBytes.bytes(signedIn.sessionId());
        StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE session SET ended_at = UTC_TIMESTAMP(3) - INTERVAL 31 DAY, end_reason = 'IDLE'"
                                + " WHERE id = ?",
                        id);

        // When
        housekeeping.forget().await().atMost(Duration.ofSeconds(10));

        // Then
        Awaitility.await()
                .until(() ->
                        StackEnds.database(AuthStack.SCHEMA).number("SELECT COUNT(*) FROM session WHERE id = ?", id)
                                == 0);
    }
}
