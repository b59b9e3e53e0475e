package dev.gatehouse.auth.login.iptrust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class TrustedAddressCleanupJobIT {
    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    TrustedAddressCleanupJob cleanup;

    @Test
    @DisplayName("B6: withdrawn and expired trust goes when no late message can bring it back")
    void deletesTrustThatEndedLongAgo() {
        // Given
        database.update(
                "INSERT INTO trusted_address (account_id, network, trusted_until, version) VALUES (?, ?, "
                        + "NULL, UNIX_TIMESTAMP() * 1000 - ?)",
                new byte[16],
                UUID.randomUUID().toString(),
                Duration.ofDays(36).toMillis());
        database.update(
                "INSERT INTO trusted_address (account_id, network, trusted_until, version) VALUES (?, ?, "
                        + "UTC_TIMESTAMP(3) + INTERVAL -1 DAY, UNIX_TIMESTAMP() * 1000 - ?)",
                new byte[16],
                UUID.randomUUID().toString(),
                Duration.ofDays(36).toMillis());
        database.update(
                "INSERT INTO trusted_address (account_id, network, trusted_until, version) VALUES (?, ?, "
                        + "NULL, UNIX_TIMESTAMP() * 1000 - ?)",
                new byte[16],
                UUID.randomUUID().toString(),
                Duration.ofDays(34).toMillis());
        database.update(
                "INSERT INTO trusted_address (account_id, network, trusted_until, version) VALUES (?, ?, "
                        + "UTC_TIMESTAMP(3) + INTERVAL 1 DAY, UNIX_TIMESTAMP() * 1000 - ?)",
                new byte[16],
                UUID.randomUUID().toString(),
                Duration.ofDays(400).toMillis());

        // When
        cleanup.run().await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(2, database.number("SELECT COUNT(*) FROM trusted_address WHERE account_id = REPEAT(CHAR(0), 16)"));
    }
}
