package dev.gatehouse.chassis.runtime.identifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifierTest {
    private final IdGenerator ids = new IdentifierWiring().idGenerator();

    @Test
    void makesVersion7IdsThatOnlyGrow() {
        // When
        List<UUID> made = Stream.generate(ids::next).limit(10_000).toList();

        // Then
        assertTrue(made.stream().allMatch(id -> id.version() == 7 && id.variant() == 2));
        assertEquals(
                made,
                made.stream()
                        .sorted(Comparator.comparing(UUID::toString))
                        .distinct()
                        .toList());
    }

    @Test
    void storesAnIdInNetworkOrder() {
        // Given
        UUID id = UUID.fromString("0196f5c2-7f00-7abc-8def-0123456789ab");

        // Then
        assertEquals(id, UuidBytes.from(UuidBytes.of(id)));
        assertArrayEquals(UuidBytes.of(id).getBytes(), UuidBytes.bytes(id));
        assertEquals((byte) 0x01, UuidBytes.bytes(id)[0]);
        assertEquals((byte) 0xab, UuidBytes.bytes(id)[15]);
        assertThrows(IllegalArgumentException.class, () -> UuidBytes.from(Buffer.buffer("short")));
    }

    @Test
    void cutsTimesToMillisecondsInUtc() {
        assertEquals(
                LocalDateTime.parse("2026-11-22T03:32:14.123"),
                UtcTimes.of(Instant.parse("2026-11-22T03:32:14.123999Z")));
        assertEquals(
                Instant.parse("2026-11-22T03:32:14.123Z"),
                UtcTimes.from(LocalDateTime.parse("2026-11-22T03:32:14.123")));
        Instant now = new IdentifierWiring().instantSource().instant();
        assertEquals(now.truncatedTo(ChronoUnit.MILLIS), now);
    }
}
