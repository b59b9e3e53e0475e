package dev.gatehouse.auth.actor;

import dev.gatehouse.chassis.caller.Caller;
import dev.gatehouse.chassis.caller.CurrentCaller;
import dev.gatehouse.chassis.clientaddress.ClientAddress;
import dev.gatehouse.contracts.event.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes {@link Acting} from the request at hand. */
@Singleton
public final class CurrentActing {
    private final CurrentCaller callers;
    private final ClientAddress client;

    @Inject
    CurrentActing(CurrentCaller callers, ClientAddress client) {
        this.callers = callers;
        this.client = client;
    }

    /** The caller of the request; 401 when there is none. */
    public Acting caller() {
        Caller caller = callers.get();
        return new Acting(caller.actor(), caller.sessionId(), client.address().canonical(), client.userAgent());
    }

    /** Somebody unproven, for endpoints that need no token. */
    public Acting anonymous() {
        return new Acting(Actor.ANONYMOUS, null, client.address().canonical(), client.userAgent());
    }
}
