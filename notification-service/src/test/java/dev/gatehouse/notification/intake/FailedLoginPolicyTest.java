package dev.gatehouse.notification.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedLoginPolicyTest {
    static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "899999, true", "900000, false", "86400000, false", "-1, true", "-900000, false"})
    void countsUpWithinTheWindow(long millisAfterStart, boolean belongs) {
        // Given
        FailedLoginPolicy policy = new FailedLoginPolicy(Duration.ofMinutes(15));

        // When
        boolean counted = policy.belongs(START, START.plusMillis(millisAfterStart));

        // Then
        assertEquals(belongs, counted);
    }
}
