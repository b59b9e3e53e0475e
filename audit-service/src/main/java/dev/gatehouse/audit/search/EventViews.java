package dev.gatehouse.audit.search;

import dev.gatehouse.audit.address.Addresses;
import dev.gatehouse.audit.log.AuditLog;
import dev.gatehouse.audit.log.Entry;
import dev.gatehouse.audit.searchindex.Position;
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

/** Reads entries from the log and adds the names that their addresses have. */
@ApplicationScoped
class EventViews {
    private final AuditLog log;
    private final Addresses addresses;

    EventViews(AuditLog log, Addresses addresses) {
        this.log = log;
        this.addresses = addresses;
    }

    Uni<List<EventView>> at(List<Position> positions) {
        List<Long> indexes = positions.stream().map(Position::index).toList();
        return log.read(indexes).map(entries -> inOrder(indexes, entries)).chain(this::named);
    }

    Uni<Optional<EventDetail>> find(UUID eventId) {
        return log.find(eventId)
                .chain(entry -> entry.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : detail(entry.get()).map(Optional::of));
    }

    private Uni<EventDetail> detail(Entry entry) {
        return named(List.of(entry))
                .map(views -> new EventDetail(
                        views.getFirst(), entry.receivedAt(), entry.event().sequence()));
    }

    private Uni<List<EventView>> named(List<Entry> entries) {
        return addresses.namesOf(nameless(entries)).map(names -> entries.stream()
                .map(entry -> EventView.of(entry, name(entry, names)))
                .toList());
    }

    private static Set<String> nameless(Collection<Entry> entries) {
        return entries.stream()
                .map(Entry::event)
                .filter(event -> event.hostname() == null)
                .map(event -> event.ip())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable String name(Entry entry, Map<String, String> names) {
        String ip = entry.event().ip();
        return ip == null ? null : names.get(ip);
    }

    private static List<Entry> inOrder(List<Long> indexes, Map<Long, Entry> entries) {
        return indexes.stream()
                .flatMap(index -> Optional.ofNullable(entries.get(index)).stream())
                .toList();
    }
}
