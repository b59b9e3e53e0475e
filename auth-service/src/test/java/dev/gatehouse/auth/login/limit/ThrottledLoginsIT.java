package dev.gatehouse.auth.login.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.auth.login.limit.LoginLimits.Reading;
import dev.gatehouse.auth.login.limit.LoginLimits.Subject;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.Audience;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class ThrottledLoginsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STRANGER = "198.51.100.79";
    private static final Subject NOBODY = new Subject(null, null, false);

    @Inject
    LoginLimits limits;

    @Inject
    Transactions transactions;

    @Inject
    Events events;

    @Inject
    MeterRegistry meters;

    @Inject
    InstantSource clock;

    @Inject
    Pool pool;

    @Test
    void whatCouldNotBePublishedIsPublishedNextTime() {
        // Given
        ThrottledLogins throttled = new ThrottledLogins(transactions, events, meters, clock);
        Reading attempt = read();
        throttled.note(attempt, NOBODY, attempt.keys.pair());
        throttled.note(attempt, NOBODY, attempt.keys.pair());

        // When
        whileNothingIsPublished(() -> assertThrows(
                RuntimeException.class, () -> throttled.publish().await().atMost(PATIENCE)));
        throttled.note(attempt, NOBODY, attempt.keys.pair());
        throttled.publish().await().atMost(PATIENCE);

        // Then
        assertEquals(
                3,
                PublishedEvents.event(EventType.LOGIN_THROTTLED, STRANGER)
                        .path("data")
                        .path("attempts")
                        .asInt());
    }

    private Reading read() {
        SessionClient client = new SessionClient(IpAddress.parse(STRANGER).orElseThrow(), "test");
        return pool.withConnection(connection ->
                        limits.read(connection, Audience.AGENT, client, UUID.randomUUID() + "@helpdesk.test"))
                .await()
                .atMost(PATIENCE);
    }

    private static void whileNothingIsPublished(Runnable meanwhile) {
        Database database = StackEnds.database("gatehouse_auth");
        database.update("RENAME TABLE outbox TO outbox_away");
        try {
            meanwhile.run();
        } finally {
            database.update("RENAME TABLE outbox_away TO outbox");
        }
    }
}
