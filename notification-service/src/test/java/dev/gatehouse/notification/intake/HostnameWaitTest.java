package dev.gatehouse.notification.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.notification.address.ResolvedAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostnameWaitTest {
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    final HostnameWait wait = new HostnameWait(Duration.ofMillis(1500), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"0, 1500", "-1000, 500", "-1500, 0", "-86400000, 0", "5000, 1500"})
    void waitsFromTheEventAndNeverLonger(long occurredMillis, long dueMillis) {
        // When
        Instant due = wait.dueAt(NOW.plusMillis(occurredMillis), NOW);

        // Then
        assertEquals(NOW.plusMillis(dueMillis), due);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT59M, true", "PT1H, true", "PT1H0.001S, false", "P30D, false"})
    void doesNotWaitForAHostnameThatWasLookedUpLately(Duration age, boolean fresh) {
        // Given
        ResolvedAddress address = new ResolvedAddress("203.0.113.7", null, NOW.minus(age));

        // When
        boolean isFresh = wait.isFresh(address, NOW);

        // Then
        assertEquals(fresh, isFresh);
    }
}
