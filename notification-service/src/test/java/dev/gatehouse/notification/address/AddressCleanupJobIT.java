package dev.gatehouse.notification.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.notification.NotificationStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NotificationStack
class AddressCleanupJobIT {
    private final Database database = StackEnds.database(NotificationStack.SCHEMA);

    @Inject
    AddressCleanupJob cleanup;

    @Test
    @DisplayName("names of addresses go after 30 days")
    void deletesNamesThatWereLookedUpLongAgo() {
        // Given
        database.update(
                "INSERT INTO address (ip, resolved_at, version) VALUES (?, UTC_TIMESTAMP(3) - INTERVAL ? DAY, 1)",
                "192.0.2.201",
                31);
        database.update(
                "INSERT INTO address (ip, resolved_at, version) VALUES (?, UTC_TIMESTAMP(3) - INTERVAL ? DAY, 1)",
                "192.0.2.202",
                29);

        // When
        cleanup.run().await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(1, database.number("SELECT COUNT(*) FROM address WHERE ip IN ('192.0.2.201', '192.0.2.202')"));
    }
}
