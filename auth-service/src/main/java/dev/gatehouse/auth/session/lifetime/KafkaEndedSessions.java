package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.messaging.inbox.EventHandlers;
import dev.gatehouse.chassis.messaging.inbox.EventListener;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.event.SessionEnded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Reads which sessions this service has ended itself. That changes nothing, unless the database was put back to an
 * older copy: then it knows sessions as open that have ended since, and they must not come alive.
 */
@ApplicationScoped
class KafkaEndedSessions implements EventListener {
    private final PanacheSessions rows;
    private final InstantSource clock;

    KafkaEndedSessions(PanacheSessions rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "session.ended";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none().on(Set.of(EventType.SESSION_ENDED), event -> handleTogether(List.of(event)));
    }

    @Override
    public boolean mayWait(SecurityEvent<?> event) {
        return true;
    }

    /** In the order of the key, so that replicas do not wait for each other in a circle. */
    @Override
    public Uni<Void> handleTogether(List<SecurityEvent<?>> events) {
        Map<SessionEnd, Set<UUID>> ended = new EnumMap<>(SessionEnd.class);
        for (SecurityEvent<?> event : events) {
            UUID session = event.sessionId();
            if (session != null && event.data() instanceof SessionEnded data) {
                ended.computeIfAbsent(data.why(), why -> new TreeSet<>()).add(session);
            }
        }
        return Multi.createFrom()
                .iterable(ended.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        group -> rows.end(List.copyOf(group.getValue()), group.getKey(), clock.instant()))
                .onItem()
                .ignoreAsUni();
    }
}
