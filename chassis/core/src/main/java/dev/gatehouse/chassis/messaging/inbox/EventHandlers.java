package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What is done on events, by their type.
 *
 * <p>A handler joins the transaction of the current session, may run again after a rollback, and MUST have no effect
 * but in that transaction.
 */
public final class EventHandlers {
    private final Map<EventType, Function<SecurityEvent<?>, Uni<Void>>> byType = new EnumMap<>(EventType.class);

    private EventHandlers() {}

    /** Handles no type yet. */
    public static EventHandlers none() {
        return new EventHandlers();
    }

    /** Adds the handler of the events with this data. */
    public <D extends EventData> EventHandlers on(Class<D> data, BiFunction<SecurityEvent<?>, D, Uni<Void>> handler) {
        put(type(data), event -> handler.apply(event, data.cast(event.data())));
        return this;
    }

    /** Adds one handler for several types. */
    public EventHandlers on(Collection<EventType> types, Function<SecurityEvent<?>, Uni<Void>> handler) {
        types.forEach(type -> put(type, handler));
        return this;
    }

    Set<EventType> types() {
        return byType.keySet();
    }

    Uni<Void> handle(SecurityEvent<?> event) {
        return Objects.requireNonNull(byType.get(event.type())).apply(event);
    }

    private void put(EventType type, Function<SecurityEvent<?>, Uni<Void>> handler) {
        if (byType.put(type, handler) != null) {
            throw new IllegalStateException("Two handlers of " + type);
        }
    }

    private static EventType type(Class<? extends EventData> data) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.dataClass().equals(data))
                .findFirst()
                .orElseThrow();
    }
}
