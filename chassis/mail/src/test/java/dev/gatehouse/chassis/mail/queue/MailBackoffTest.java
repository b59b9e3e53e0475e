package dev.gatehouse.chassis.mail.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailBackoffTest {
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    final MailBackoff backoff = new MailBackoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({
        "1, 0, 5000",
        "1, 1, 2500",
        "1, 0.5, 3750",
        "2, 0, 10000",
        "3, 0, 20000",
        "6, 0, 160000",
        "7, 0, 300000",
        "7, 1, 150000",
        "1000000, 0, 300000"
    })
    void doublesThePauseUpToTheLongestAndShortensItAtRandom(int attempt, double random, long millis) {
        // When
        Optional<Instant> next = backoff.next(attempt, NOW, NOW.plus(Duration.ofDays(1)), random);

        // Then
        assertEquals(Optional.of(NOW.plusMillis(millis)), next);
    }

    @Test
    void givesUpWhenTheNextAttemptWouldBeTooLate() {
        // When
        Optional<Instant> next = backoff.next(1, NOW, NOW.plusSeconds(5), 0);

        // Then
        assertTrue(next.isEmpty());
    }
}
