package dev.gatehouse.auth.identity.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationQueueTest {
    @ParameterizedTest
    @CsvSource({"1, PT2S", "2, PT4S", "3, PT8S", "8, PT4M16S", "9, PT5M", "30, PT5M", "1000000, PT5M"})
    void waitsLongerAfterEveryFailureButNeverEndlessly(int attempt, Duration wait) {
        assertEquals(wait, InvitationQueue.wait(attempt));
    }
}
