package dev.gatehouse.iptrust.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRetryPolicyTest {
    @ParameterizedTest
    @CsvSource({"1,PT0.5S", "2,PT2S", "3,PT5S", "6,PT1M", "7,PT2M", "1000,PT2M"})
    void waitsLongerWithEveryAttempt(int attempts, Duration wait) {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");

        assertEquals(now.plus(wait), MailRetryPolicy.next(attempts, now));
    }
}
