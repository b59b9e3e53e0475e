package dev.gatehouse.audit.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The end of the log, locked by the transaction that appends.
 *
 * @param nextIndex what the next event gets
 * @param now time of arrival of everything that is appended under this hold
 */
record LogHead(long nextIndex, Instant now) {
    /** The events that are new, each once, in their order, with the indexes that follow. */
    List<LogEntry> place(List<AuditEvent> events, Set<UUID> known) {
        Map<UUID, LogEntry> placed = new LinkedHashMap<>();
        for (AuditEvent event : events) {
            if (!known.contains(event.id())) {
                placed.computeIfAbsent(event.id(), id -> new LogEntry(nextIndex + placed.size(), now, event));
            }
        }
        return List.copyOf(placed.values());
    }
}
