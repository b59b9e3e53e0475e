package dev.gatehouse.auth.identity.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.People;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class InvitationCleanupJobIT {
    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    InvitationCleanupJob cleanup;

    @Inject
    People people;

    @Test
    @DisplayName("B6: invitations go thirty days after their time")
    void deletesInvitationsThatEndedLongAgo() {
        // Given
        var unused = people.user();
        database.update(
                "INSERT INTO invitation (id, account_id, secret_hash, created_at, expires_at)"
                        + " SELECT UNHEX(REPLACE(UUID(), '-', '')), id, UNHEX(SHA2(UUID(), 256)), '2001-01-01',"
                        + " UTC_TIMESTAMP(3) - INTERVAL ? DAY FROM account LIMIT 1",
                31);
        database.update(
                "INSERT INTO invitation (id, account_id, secret_hash, created_at, expires_at)"
                        + " SELECT UNHEX(REPLACE(UUID(), '-', '')), id, UNHEX(SHA2(UUID(), 256)), '2001-01-01',"
                        + " UTC_TIMESTAMP(3) - INTERVAL ? DAY FROM account LIMIT 1",
                29);

        // When
        cleanup.run().await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(1, database.number("SELECT COUNT(*) FROM invitation WHERE created_at = '2001-01-01'"));
    }
}
