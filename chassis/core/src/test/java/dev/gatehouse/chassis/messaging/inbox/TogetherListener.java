package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A listener whose effects may wait for each other: a note for each event. */
@Singleton
public class TogetherListener implements EventListener {

    static final String TOGETHER = "together ";
    static final String ALONE = "alone ";

    /** The events of these accounts are refused, together and alone. */
    final Set<UUID> refused = ConcurrentHashMap.newKeySet();

    private final Notes notes;

    @Inject
    public TogetherListener(Notes notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "chassis-test.together";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none().on(Set.of(EventType.LOGIN_SUCCEEDED), event -> note(ALONE, event));
    }

    @Override
    public boolean mayWait(SecurityEvent<?> event) {
        return true;
    }

    @Override
    public Uni<Void> handleTogether(List<SecurityEvent<?>> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> note(TOGETHER, event))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> note(String how, SecurityEvent<?> event) {
        return refused.contains(event.accountId())
                ? Uni.createFrom().failure(new IllegalStateException("planned"))
                : notes.insert(how + event.accountId() + " " + event.id());
    }
}
