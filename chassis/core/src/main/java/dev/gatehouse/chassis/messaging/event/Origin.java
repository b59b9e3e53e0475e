package dev.gatehouse.chassis.messaging.event;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.ActorKind;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and from where.
 *
 * @param sessionId absent without a session, such as for the reader of a mail
 * @param address absent when the service acts by itself
 */
public record Origin(
        Actor actor,
        @Nullable UUID sessionId,
        @Nullable IpAddress address,
        @Nullable String userAgent) {
    /** The service itself, by time or by rule. */
    public static final Origin SYSTEM = new Origin(Actor.SYSTEM, null, null, null);

    /** The operator who configured this service. */
    public static final Origin OPERATOR = new Origin(new Actor(null, ActorKind.OPERATOR), null, null, null);

    /** Whoever caused this event, from where it was caused: for what follows from an event of another service. */
    public static Origin of(SecurityEvent<?> event) {
        IpAddress address =
                Optional.ofNullable(event.ip()).flatMap(IpAddress::parse).orElse(null);
        return new Origin(event.actor(), event.sessionId(), address, event.userAgent());
    }

    /** The event, done by this actor and coming from there. */
    public <D extends EventData> SecurityEvent<D> stamp(SecurityEvent<D> event) {
        return event.by(actor).within(sessionId).from(address == null ? null : address.canonical(), userAgent);
    }

    /** The same place with this actor. */
    public Origin as(Actor other) {
        return new Origin(other, sessionId, address, userAgent);
    }

    /** Whether the owner of this account acts. */
    public boolean owns(UUID accountId) {
        return accountId.equals(actor.id());
    }
}
