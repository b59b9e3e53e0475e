package dev.gatehouse.notification.stream;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The streams that are open at this replica; thread-safe. */
@ApplicationScoped
class StreamRegistry {
    private static final String OPEN = "gatehouse.notification.streams.open";

    private final Map<UUID, Set<OpenStream>> byAccount = new ConcurrentHashMap<>();

    StreamRegistry(MeterRegistry meters) {
        meters.gauge(OPEN, this, StreamRegistry::count);
    }

    /** Adds the stream; false when its account has reached the limit. */
    boolean add(OpenStream stream, int limit) {
        AtomicBoolean added = new AtomicBoolean();
        byAccount.compute(stream.accountId(), (account, streams) -> {
            Set<OpenStream> open = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            added.set(open.size() < limit && open.add(stream));
            return open;
        });
        return added.get();
    }

    void remove(OpenStream stream) {
        byAccount.computeIfPresent(stream.accountId(), (account, streams) -> without(streams, stream));
    }

    void forEach(Consumer<OpenStream> action) {
        byAccount.values().forEach(streams -> streams.forEach(action));
    }

    Set<UUID> accountIds() {
        return Set.copyOf(byAccount.keySet());
    }

    boolean isEmpty() {
        return byAccount.isEmpty();
    }

    private double count() {
        return byAccount.values().stream().mapToInt(Set::size).sum();
    }

    private static @Nullable Set<OpenStream> without(Set<OpenStream> streams, OpenStream stream) {
        streams.remove(stream);
        return streams.isEmpty() ? null : streams;
    }
}
