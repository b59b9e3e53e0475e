package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.contracts.event.AdminRightGranted;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Handles the events that {@link NotesHeard} breaks at. */
@Singleton
public class OtherListener implements EventListener {
    static final String HEARD = "the other heard ";

    private final Notes notes;

    @Inject
    public OtherListener(Notes notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "chassis-test.other";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.none()
                .on(
                        AdminRightGranted.class,
                        (event, granted) -> granted.reason().startsWith(NotesHeard.BROKEN)
                                ? notes.insert(HEARD + granted.reason())
                                : Uni.createFrom().voidItem());
    }
}
