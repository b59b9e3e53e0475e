package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.EventStream;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notifications arrive in an open app by themselves, as long as its session lives. */
@ExtendWith(RunningSuite.class)
class NotificationStreamIT {
    private static final String STREAM = "/agent/api/v1/notifications/stream";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Suite suite;
    private final Agent agent;
    private final String address;
    private final Session session;

    NotificationStreamIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.address = suite.freshAddress();
        this.session = suite.newSession(agent, address);
    }

    @Test
    void carriesANotificationWhenItHappens() {
        // Given
        String stranger = suite.freshAddress();
        try (EventStream stream = session.visitor().follow(STREAM)) {
            assertEquals(200, stream.status());

            // When
            suite.login(agent.typing("a wrong but long password"), stranger).expect(401);

            // Then
            Eventually.holds("the notification arrives", () -> stream.events().stream()
                    .anyMatch(event -> event.contains("\"login_failed\"") && event.contains(stranger)));
            assertFalse(stream.isEnded());
        }
    }

    @Test
    void endsWithItsSession() {
        // Given
        Session other = Session.of(suite.visitor(), suite.login(agent, address).expect(201));
        try (EventStream stream = session.visitor().follow(STREAM);
                EventStream streamOfOther = other.visitor().follow(STREAM)) {
            // When
            session.visitor().delete("/agent/api/v1/sessions/current").expect(204);

            // Then
            Eventually.within(SOON, "the stream ends", stream::isEnded);
            assertFalse(streamOfOther.isEnded(), "the other session goes on");
        }
    }

    @Test
    void endsWithAllSessionsOfTheAccount() {
        // Given
        try (EventStream stream = session.visitor().follow(STREAM)) {
            // When
            suite.admin()
                    .delete("/admin/api/v1/accounts/" + agent.id() + "/sessions")
                    .expect(204);

            // Then
            Eventually.within(SOON, "the stream ends", stream::isEnded);
        }
        assertEquals(401, session.visitor().get(STREAM).status());
    }
}
