package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.AdminRightGranted;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A listener to try the inbox with: what an admin right was granted for says how it behaves. */
@Singleton
public class NotesHeard implements EventListener {
    static final String AWAY = "away: ";
    static final String BROKEN = "broken: ";

    /** What the database says for the next events whose reason begins with {@link #AWAY}. */
    final Queue<Throwable> outages = new ConcurrentLinkedQueue<>();

    private final Notes notes;
    private final IdGenerator ids;

    @Inject
    public NotesHeard(Notes notes, IdGenerator ids) {
        this.notes = notes;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "chassis-test.notes";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none()
                .on(AdminRightGranted.class, (event, granted) -> notes.insert(unique(granted.reason()))
                        .chain(() -> behave(granted.reason())));
    }

    private Uni<Void> behave(String reason) {
        Throwable outage = reason.startsWith(AWAY) ? outages.poll() : null;
        if (outage != null) {
            return Uni.createFrom().failure(outage);
        }
        return reason.startsWith(BROKEN)
                ? Uni.createFrom().failure(new IllegalStateException("planned"))
                : Uni.createFrom().voidItem();
    }

    private String unique(String reason) {
        UUID id = ids.next();
        return reason + " " + Span.current().getSpanContext().getTraceId() + " " + id;
    }
}
