package dev.gatehouse.chassis.security.incident;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AccessRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Publishes that a caller reached for an object of another account. The response stays the one for an unknown object,
 * so the caller learns nothing.
 */
@ApplicationScoped
public class ForeignObjects {
    private static final String REASON = "foreign_object";

    private final Events events;

    ForeignObjects(Events events) {
        this.events = events;
    }

    /**
     * Publishes {@code access.refused} if the object belongs to another account than the caller's; an unknown object
     * and one's own are no event. Joins the transaction of the caller.
     *
     * @param owner the account that the object belongs to; empty when there is no such object
     */
    public Uni<Void> report(AccessRefused reached, Optional<UUID> owner, Origin by) {
        return owner.filter(other -> !by.owns(other))
                .map(other ->
                        events.publish(events.event(reached, by).about(other).failed(REASON)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
