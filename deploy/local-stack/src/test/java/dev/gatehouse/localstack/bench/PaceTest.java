package dev.gatehouse.localstack.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace(20);

    @Test
    void staysWhereNothingIsRefused() {
        assertEquals(SECOND / 20, pace.nanos());
        assertEquals(0, pace.refused());
    }

    @Test
    void isLoweredOnceForWhatIsRefusedTogether() {
        pace.refused(5 * SECOND);
        pace.refused(5 * SECOND + 1);
        pace.refused(6 * SECOND - 1);

        assertEquals(16, pace.perSecond());
        assertEquals(3, pace.refused());
    }

    @Test
    void isLoweredAgainWhereMoreIsRefusedLater() {
        pace.refused(5 * SECOND);
        pace.refused(6 * SECOND);

        assertEquals(12.8, pace.perSecond(), 1e-9);
    }

    @Test
    void neverStands() {
        for (int second = 0; second < 100; second++) {
            pace.refused(second * SECOND);
        }

        assertEquals(1, pace.perSecond());
    }
}
