package dev.gatehouse.auth.session.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L6: ending all sessions of an account reaches those that another replica's clock began")
class SessionEndingTest {
    private static final Instant NOW = Instant.parse("2026-11-01T08:30:00Z");

    @Test
    void liesBehindASessionOfAClockThatIsAhead() {
        assertEquals(
                NOW.plusSeconds(5).plusMillis(1),
                SessionEnding.notBefore(
                        List.of(began(NOW.minusSeconds(60)), began(NOW.plusSeconds(5))), Optional.empty(), NOW));
    }

    @Test
    void isNowOtherwise() {
        assertEquals(
                NOW,
                SessionEnding.notBefore(List.of(began(NOW.minusSeconds(60))), Optional.of(NOW.minusSeconds(1)), NOW));
        assertEquals(NOW, SessionEnding.notBefore(List.of(), Optional.empty(), NOW));
    }

    @Test
    void liesBehindTheLastTime() {
        assertEquals(NOW.plusMillis(1), SessionEnding.notBefore(List.of(), Optional.of(NOW), NOW));
        assertEquals(
                NOW.plusSeconds(8).plusMillis(1),
                SessionEnding.notBefore(List.of(), Optional.of(NOW.plusSeconds(8)), NOW));
    }

    private static SessionRow began(Instant time) {
        SessionRow row = new SessionRow();
        row.createdAt = time;
        return row;
    }
}
