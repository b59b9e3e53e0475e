package dev.gatehouse.audit.search;

import dev.gatehouse.audit.address.Addresses;
import dev.gatehouse.audit.log.AuditLog;
import dev.gatehouse.audit.log.LogEntry;
import dev.gatehouse.audit.searchindex.EventPosition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads entries from the log and adds the hostnames of their addresses. */
@ApplicationScoped
class EventReader {
    private final AuditLog log;
    private final Addresses addresses;

    EventReader(AuditLog log, Addresses addresses) {
        this.log = log;
        this.addresses = addresses;
    }

    Uni<List<EventResponse>> at(List<EventPosition> positions) {
        List<Long> indexes = positions.stream().map(EventPosition::index).toList();
        return log.read(indexes).map(entries -> inOrder(indexes, entries)).chain(this::named);
    }

    Uni<Optional<EventDetailResponse>> find(UUID eventId) {
        return log.find(eventId)
                .chain(entry -> entry.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : detail(entry.get()).map(Optional::of));
    }

    private Uni<EventDetailResponse> detail(LogEntry entry) {
        return named(List.of(entry))
                .map(reader -> new EventDetailResponse(
                        reader.getFirst(), entry.receivedAt(), entry.event().sequence()));
    }

    private Uni<List<EventResponse>> named(List<LogEntry> entries) {
        return addresses.namesOf(nameless(entries)).map(names -> entries.stream()
                .map(entry -> EventResponse.of(entry, name(entry, names)))
                .toList());
    }

    private static Set<String> nameless(Collection<LogEntry> entries) {
        return entries.stream()
                .map(LogEntry::event)
                .filter(event -> event.hostname() == null)
                .map(event -> event.ip())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable String name(LogEntry entry, Map<String, String> names) {
        String ip = entry.event().ip();
        return ip == null ? null : names.get(ip);
    }

    private static List<LogEntry> inOrder(List<Long> indexes, Map<Long, LogEntry> entries) {
        return indexes.stream()
                .flatMap(index -> Optional.ofNullable(entries.get(index)).stream())
                .toList();
    }
}
