package dev.gatehouse.notification.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.notification.NotificationApi;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.Published;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NotificationStack
class OldEventIT {
    @Test
    @DisplayName("B11: a service that begins anew does not notify of what is long past")
    void notifiesOfWhatHappenedWithinADayOnly() {
        // Given
        UUID agent = Published.newAgent();

        // When
        Published.happened(login(agent, Duration.ofDays(3)));
        Published.happened(login(agent, Duration.ofHours(25)));
        SecurityEvent<?> recent = Published.happened(login(agent, Duration.ofHours(23)));

        // Then
        assertEquals(
                recent.id().toString(), NotificationApi.of(agent, 1).getFirst().get("eventId"));
    }

    private static SecurityEvent<?> login(UUID agent, Duration age) {
        LoginSucceeded data = new LoginSucceeded(Audience.AGENT, List.of("pwd"));
        return SecurityEvent.of(Published.id(), Instant.now().minus(age), "auth-service", data)
                .about(agent)
                .from(Published.ip(), Published.FIREFOX);
    }
}
