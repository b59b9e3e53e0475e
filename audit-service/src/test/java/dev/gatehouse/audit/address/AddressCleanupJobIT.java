package dev.gatehouse.audit.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.audit.AuditSchema;
import dev.gatehouse.audit.RealStack;
import dev.gatehouse.chassis.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealStack
class AddressCleanupJobIT {
    private final Database database = AuditSchema.database();

    @Inject
    AddressCleanupJob cleanup;

    @Test
    @DisplayName("B6: names of addresses go after 400 days")
    void deletesNamesThatWereLookedUpLongAgo() {
        // Given
        database.update(
                "INSERT INTO address (ip, resolved_at, version) VALUES (?, UTC_TIMESTAMP(3) - INTERVAL ? DAY, 1)",
                "192.0.2.201",
                401);
        database.update(
                "INSERT INTO address (ip, resolved_at, version) VALUES (?, UTC_TIMESTAMP(3) - INTERVAL ? DAY, 1)",
                "192.0.2.202",
                399);

        // When
        cleanup.run().await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(1, database.number("SELECT COUNT(*) FROM address WHERE ip IN ('192.0.2.201', '192.0.2.202')"));
    }
}
