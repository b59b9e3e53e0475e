package dev.gatehouse.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.audit.AuditRecords;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogHeadTest {
    private final LogHead head = new LogHead(7, Instant.parse("2026-11-01T12:00:00Z"));

    @Test
    void givesIndexesInOrderWithoutGapsToWhatIsNew() {
        // Given
        AuditEvent first = AuditRecords.event().toEvent();
        AuditEvent known = AuditRecords.event().toEvent();
        AuditEvent second = AuditRecords.event().toEvent();

        // When
        List<LogEntry> placed = head.place(List.of(first, known, second), Set.of(known.id()));

        // Then
        assertEquals(List.of(7L, 8L), placed.stream().map(LogEntry::index).toList());
        assertEquals(
                List.of(first, second), placed.stream().map(LogEntry::event).toList());
    }

    @Test
    void placesAnEventOnceThatComesTwiceInABatch() {
        // Given
        AuditEvent twice = AuditRecords.event().toEvent();
        AuditEvent other = AuditRecords.event().toEvent();

        // When
        List<LogEntry> placed = head.place(List.of(twice, twice, other), Set.of());

        // Then
        assertEquals(List.of(7L, 8L), placed.stream().map(LogEntry::index).toList());
    }
}
