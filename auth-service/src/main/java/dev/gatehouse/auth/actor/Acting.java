package dev.gatehouse.auth.actor;

import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.ActorKind;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody doing something now.
 *
 * @param sessionId the session they act in
 * @param ip the client address in canonical text; absent for jobs and operators
 */
public record Acting(
        Actor actor,
        @Nullable UUID sessionId,
        @Nullable String ip,
        @Nullable String userAgent) {
    /** The service by itself. */
    public static final Acting SYSTEM = new Acting(Actor.SYSTEM, null, null, null);
    /** Whoever configured this service. */
    public static final Acting OPERATOR = new Acting(new Actor(null, ActorKind.OPERATOR), null, null, null);

    /** The same request, now known to be this actor's. */
    public Acting as(Actor known) {
        return new Acting(known, sessionId, ip, userAgent);
    }

    /** Whether it is the owner of this account who acts. */
    public boolean owns(UUID accountId) {
        return accountId.equals(actor.id());
    }

    /** The event as done by this actor, about this account if there is one. */
    public <D extends EventData> SecurityEvent<D> stamp(SecurityEvent<D> event, @Nullable UUID accountId) {
        return event.by(actor).about(accountId).from(ip, userAgent).within(sessionId);
    }
}
