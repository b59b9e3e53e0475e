package dev.gatehouse.chassis.messaging.event;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.ActorKind;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something, and from where.
 *
 * @param sessionId absent for who has none, such as the reader of a mail
 * @param address absent for what the service does by itself
 */
public record Origin(
        Actor actor,
        @Nullable UUID sessionId,
        @Nullable IpAddress address,
        @Nullable String userAgent) {
    /** The service itself, by time or by rule. */
    public static final Origin SYSTEM = new Origin(Actor.SYSTEM, null, null, null);

    /** Whoever configured this service. */
    public static final Origin OPERATOR = new Origin(new Actor(null, ActorKind.OPERATOR), null, null, null);

    /** The event, done by this actor and coming from there. */
    public <D extends EventData> SecurityEvent<D> stamp(SecurityEvent<D> event) {
        return event.by(actor).within(sessionId).from(address == null ? null : address.canonical(), userAgent);
    }

    /** The same place, but this actor. */
    public Origin as(Actor other) {
        return new Origin(other, sessionId, address, userAgent);
    }

    /** Whether it is the owner of this account who acts. */
    public boolean owns(UUID accountId) {
        return accountId.equals(actor.id());
    }
}
