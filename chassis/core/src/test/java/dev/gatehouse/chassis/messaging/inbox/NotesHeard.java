package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.AdminRightGranted;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer to try the inbox with: what an admin right was granted for says how it behaves. */
@Singleton
public class NotesHeard {
    static final String TWICE_AWAY = "away twice: ";
    static final String BROKEN = "broken: ";

    private final Inbox inbox;
    private final Notes notes;
    private final IdGenerator ids;
    private final AtomicInteger tries = new AtomicInteger();

    @Inject
    public NotesHeard(Inbox inbox, Notes notes, IdGenerator ids) {
        this.inbox = inbox;
        this.notes = notes;
        this.ids = ids;
    }

    @Incoming("notes")
    public Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.once("chassis-test.notes", record, this::note);
    }

    private Uni<Void> note(SecurityEvent<?> event) {
        if (event.data() instanceof AdminRightGranted granted) {
            return notes.insert(unique(granted.reason())).chain(() -> behave(granted.reason()));
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> behave(String reason) {
        if (reason.startsWith(TWICE_AWAY) && tries.getAndIncrement() < 2) {
            return Uni.createFrom().failure(ClosedConnectionException.INSTANCE);
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
