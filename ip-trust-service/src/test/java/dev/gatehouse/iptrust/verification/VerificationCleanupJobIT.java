package dev.gatehouse.iptrust.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IpTrustStack
class VerificationCleanupJobIT {
    private final Database database = SuiteFixture.database();

    @Inject
    VerificationCleanupJob cleanup;

    @Test
    @DisplayName("B6: closed verifications go after 90 days, pending ones never")
    void deletesVerificationsThatWereClosedLongAgo() {
        // Given
        database.update(
                "INSERT INTO verification (id, reference, account_id, ip, network, password_change, match_number_proof,"
                        + " token_hash, requested_at, expires_at, state, wrong_numbers, closed_at) VALUES"
                        + " (UNHEX(REPLACE(UUID(), '-', '')), UNHEX(REPLACE(UUID(), '-', '')), ?,"
                        + " '192.0.2.77', '192.0.2.77/32', FALSE, '', UUID(), NOW(3), NOW(3) + INTERVAL 1 HOUR, ?, 0,"
                        + " UTC_TIMESTAMP(3) - INTERVAL 91 DAY)",
                new byte[16],
                "EXPIRED");
        database.update(
                "INSERT INTO verification (id, reference, account_id, ip, network, password_change, match_number_proof,"
                        + " token_hash, requested_at, expires_at, state, wrong_numbers, closed_at) VALUES"
                        + " (UNHEX(REPLACE(UUID(), '-', '')), UNHEX(REPLACE(UUID(), '-', '')), ?,"
                        + " '192.0.2.77', '192.0.2.77/32', FALSE, '', UUID(), NOW(3), NOW(3) + INTERVAL 1 HOUR, ?, 0,"
                        + " UTC_TIMESTAMP(3) - INTERVAL 89 DAY)",
                new byte[16],
                "EXPIRED");
        database.update(
                "INSERT INTO verification (id, reference, account_id, ip, network, password_change, match_number_proof,"
                        + " token_hash, requested_at, expires_at, state, wrong_numbers, closed_at) VALUES"
                        + " (UNHEX(REPLACE(UUID(), '-', '')), UNHEX(REPLACE(UUID(), '-', '')), ?,"
                        + " '192.0.2.77', '192.0.2.77/32', FALSE, '', UUID(), NOW(3), NOW(3) + INTERVAL 1 HOUR, ?, 0,"
                        + " NULL)",
                new byte[16],
                "PENDING");

        // When
        cleanup.run().await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(2, database.number("SELECT COUNT(*) FROM verification WHERE ip = '192.0.2.77'"));
    }
}
