package dev.gatehouse.iptrust.hostname;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.iptrust.hostname.AddressRow.Result;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AddressRowTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(6));

    private final AddressRow row = AddressRow.of("203.0.113.7", NOW);

    @Test
    @DisplayName("C: a lookup without an answer takes no confirmed name away")
    void keepsAConfirmedNameThroughALookupWithoutAnswer() {
        assertTrue(row.update(new Result("host.example.net", true, false), NOW));

        assertTrue(row.keepsItsName(LATER));

        assertEquals("host.example.net", row.confirmedHostname());
        assertEquals(LATER, row.resolvedAt);
        assertFalse(row.lookupDue);
    }

    @Test
    @DisplayName("an unchanged result is published before the last one is too old for a mail")
    void publishesAnUnchangedResultAgainWithinTheHour() {
        Result result = new Result("host.example.net", true, false);
        assertTrue(row.update(result, NOW));

        assertFalse(row.update(result, LATER));
        assertTrue(row.update(result, NOW.plus(Duration.ofMinutes(59))));
    }

    @Test
    void hasNothingToKeepWithoutAConfirmedName() {
        assertTrue(row.update(new Result("host.example.net", false, false), NOW));

        assertFalse(row.keepsItsName(LATER));

        assertNull(row.confirmedHostname());
        assertEquals(NOW, row.resolvedAt);
    }
}
