package dev.gatehouse.chassis.messaging.event;

import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.contracts.event.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/** The origin of the current request; usable within a request only. */
@ApplicationScoped
public class RequestOrigin {
    private final CurrentCaller caller;
    private final ClientAddress client;

    RequestOrigin(CurrentCaller caller, ClientAddress client) {
        this.caller = caller;
        this.client = client;
    }

    /** The holder of the access token. */
    public Origin ofCaller() {
        Caller current = caller.get();
        return new Origin(current.actor(), current.sessionId(), client.address(), client.userAgent());
    }

    /** A client that is not authenticated. */
    public Origin ofStranger() {
        return new Origin(Actor.ANONYMOUS, null, client.address(), client.userAgent());
    }
}
