package dev.gatehouse.auth.login.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeStateTest {
    private static final Instant END = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PENDING,   PENDING,   EXPIRED",
        "APPROVED,  APPROVED,  EXPIRED",
        "DENIED,    DENIED,    DENIED",
        "EXPIRED,   EXPIRED,   EXPIRED",
        "REDEEMED,  REDEEMED,  REDEEMED"
    })
    void onlyOpenChallengesExpire(ChallengeState stored, ChallengeState before, ChallengeState after) {
        assertEquals(before, stored.at(END.minusMillis(1), END));
        assertEquals(after, stored.at(END, END));
    }
}
