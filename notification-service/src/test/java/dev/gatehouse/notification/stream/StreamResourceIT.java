package dev.gatehouse.notification.stream;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.notification.NotificationApi;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.Published;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@NotificationStack
class StreamResourceIT {
    static final String PATH = NotificationApi.PATH + "/stream";
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    @Test
    void sendsWhatHappensFromNowOn() {
        // Given
        UUID agent = Published.newAgent();
        Published.happened(Published.login(agent, Published.ip()));
        NotificationApi.of(agent, 1);
        try (EventSource source = EventSource.open(Tokens.agent(agent), null)) {
            source.awaitOpen();

            // When
            String second = Published.happened(Published.login(agent, Published.ip()))
                    .id()
                    .toString();

            // Then
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertEquals(1, source.events().size()));
            EventSource.Event event = source.events().getFirst();
            assertEquals("notification", event.name());
            assertTrue(event.data().contains("\"eventId\":\"" + second + "\""), event.data());
            assertTrue(event.data().contains("\"title\":\"New sign-in\""), event.data());
        }
    }

    @Test
    void resumesWithoutAGapAndWithoutRepetition() {
        // Given
        UUID agent = Published.newAgent();
        List<String> happened = new ArrayList<>();
        List<String> received = new ArrayList<>();
        String last;
        try (EventSource source = EventSource.open(Tokens.agent(agent), "0")) {
            happened.add(login(agent));
            happened.add(login(agent));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertEquals(2, source.events().size()));
            received.addAll(source.eventIds());
            last = source.lastEventId();
        }
        for (int missed = 0; missed < 3; missed++) {
            happened.add(login(agent));
        }
        NotificationApi.of(agent, 5);

        // When
        try (EventSource source = EventSource.open(Tokens.agent(agent), last)) {
            happened.add(login(agent));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertEquals(4, source.events().size()));
            received.addAll(source.eventIds());
        }

        // Then
        assertEquals(happened, received);
    }

    @Test
    void sendsWhatAnotherReplicaStored() {
        // Given
        UUID agent = Published.newAgent();
        try (EventSource source = EventSource.open(Tokens.agent(agent), null)) {
            source.awaitOpen();

            // When
            storeAsAnotherReplica(agent);

            // Then
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertEquals(1, source.events().size()));
            assertEquals("notification", source.events().getFirst().name());
        }
    }

    @Test
    void sendsAnUpdateOfANotificationThatCountedUp() {
        // Given
        UUID agent = Published.newAgent();
        try (EventSource source = EventSource.open(Tokens.agent(agent), "0")) {
            Published.happened(Published.failedLogin(agent, Published.ip()));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertEquals(1, source.events().size()));

            // When
            Published.happened(Published.failedLogin(agent, Published.ip()));

            // Then
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertEquals(2, source.events().size()));
            assertEquals("notification.updated", source.events().getLast().name());
            assertTrue(source.events().getLast().data().contains("2 failed sign-ins"));
        }
    }

    @Test
    void sendsACommentIntoSilence() {
        // Given
        UUID agent = Published.newAgent();

        // When
        try (EventSource source = EventSource.open(Tokens.agent(agent), null)) {
            // Then
            await().atMost(TIMEOUT).untilAsserted(() -> assertTrue(source.comments() > 2));
        }
    }

    @Test
    void endsWithinASecondOfItsSession() {
        // Given
        UUID agent = Published.newAgent();
        UUID session = Published.id();
        String token = Tokens.ofAgent(agent).session(session).signed();
        try (EventSource source = EventSource.open(token, null);
                EventSource other = EventSource.open(Tokens.agent(agent), null)) {
            source.awaitOpen();
            other.awaitOpen();

            // When
            Tokens.revoke(Revocation.ofSession(session).because(SessionEnd.IDLE));

            // Then
            await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> assertTrue(source.isEnded()));
            EventSource.Event last = source.events().getLast();
            assertEquals("session.ended", last.name());
            assertEquals("{\"reason\":\"idle\"}", last.data());
            Published.happened(Published.login(agent, Published.ip()));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertEquals(1, other.events().size()));
        }
    }

    @Test
    void endsWithAllSessionsOfItsAccount() {
        // Given
        UUID agent = Published.newAgent();
        try (EventSource source = EventSource.open(Tokens.agent(agent), null)) {
            source.awaitOpen();

            // When
            Tokens.revoke(Revocation.ofAccount(agent, Instant.now().plusMillis(10)));

            // Then
            await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> assertTrue(source.isEnded()));
        }
    }

    @Test
    void boundsHowManyStreamsAnAccountHas() {
        // Given
        UUID agent = Published.newAgent();
        List<EventSource> open = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            EventSource source = EventSource.open(Tokens.agent(agent), null);
            source.awaitOpen();
            open.add(source);
        }

        // When
        var sixth = NotificationApi.as(agent).get(PATH);

        // Then
        sixth.then().statusCode(429).body("type", equalTo("urn:gatehouse:problem:too-many-attempts"));
        open.getFirst().close();
        await().atMost(TIMEOUT).untilAsserted(() -> {
            try (EventSource again = EventSource.open(Tokens.agent(agent), null)) {
                assertEquals(200, again.status());
            }
        });
        open.forEach(EventSource::close);
    }

    /** T25: a browser that is answered with an error never connects again. */
    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-1", "1.5", "99999999999999999999", "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"})
    void t25BeginsAnewWithAnEventIdThatIsNotItsOwn(String lastEventId) {
        UUID agent = Published.newAgent();
        try (EventSource source = EventSource.open(Tokens.agent(agent), lastEventId)) {
            assertEquals(200, source.status());
            String happened = login(agent);
            await().atMost(TIMEOUT).untilAsserted(() -> assertEquals(List.of(happened), source.eventIds()));
        }
    }

    private static void storeAsAnotherReplica(UUID agent) {
        Database database = StackEnds.database(NotificationStack.SCHEMA);
        byte[] account = UuidBytes.bytes(agent);
        database.update(
                "INSERT INTO notification (id, account_id, kind, event_id, in_app, created_at, occurred_at, occurrences, details,"
                        + " first_position, position)"
                        + " VALUES (?, ?, 'LOGIN', ?, 1, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 1, '{}', 1, 1)",
                UuidBytes.bytes(Published.id()),
                account,
                UuidBytes.bytes(Published.id()));
        database.update("INSERT INTO notification_head (account_id, position) VALUES (?, 1)", (Object) account);
    }

    private static String login(UUID agent) {
        return Published.happened(Published.login(agent, Published.ip())).id().toString();
    }
}
