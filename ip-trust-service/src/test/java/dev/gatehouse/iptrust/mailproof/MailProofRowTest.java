package dev.gatehouse.iptrust.mailproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.iptrust.mailproof.MailProofCodes.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailProofRowTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final Duration INSTANT = Duration.ofMillis(1);

    private final MailProofRow row = MailProofRow.of(new UUID(0, 1), new UUID(0, 2), NOW);

    @Test
    void aCodeIsGoodForTenMinutes() {
        assertEquals(new MailProofOutcome.CodeScheduled(), requested(NOW));

        assertEquals(new MailProofOutcome.NoOpenCode(), row.verify(Check.MATCHES, NOW.plus(Duration.ofMinutes(10))));
        assertEquals(
                new MailProofOutcome.Proven(),
                row.verify(Check.MATCHES, NOW.plus(Duration.ofMinutes(10)).minus(INSTANT)));
    }

    @Test
    void aProofIsGoodForADay() {
        assertEquals(new MailProofOutcome.CodeScheduled(), requested(NOW));
        assertEquals(new MailProofOutcome.Proven(), row.verify(Check.MATCHES, NOW));

        assertTrue(row.provenAt(NOW.plus(Duration.ofDays(1)).minus(INSTANT)));
        assertFalse(row.provenAt(NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void fiveCodesAnHourAreMailed() {
        for (int code = 0; code < 5; code++) {
            assertEquals(new MailProofOutcome.CodeScheduled(), requested(NOW.plus(Duration.ofMinutes(code))));
        }

        assertEquals(new MailProofOutcome.TooMany(Duration.ofMinutes(20)), requested(NOW.plus(Duration.ofMinutes(40))));
        assertEquals(new MailProofOutcome.CodeScheduled(), requested(NOW.plus(Duration.ofHours(1))));
    }

    private MailProofOutcome requested(Instant when) {
        return row.request(new UUID(0, 3), when);
    }
}
