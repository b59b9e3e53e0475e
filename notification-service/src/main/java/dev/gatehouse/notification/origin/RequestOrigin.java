package dev.gatehouse.notification.origin;

import dev.gatehouse.chassis.caller.CurrentCaller;
import dev.gatehouse.chassis.clientaddress.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;

/** The origin of the request at hand. */
@ApplicationScoped
public class RequestOrigin {
    private final CurrentCaller caller;
    private final ClientAddress client;

    RequestOrigin(CurrentCaller caller, ClientAddress client) {
        this.caller = caller;
        this.client = client;
    }

    /** The holder of the access token; usable within a request only. */
    public Origin get() {
        return new Origin(caller.get(), client.address().canonical(), client.userAgent());
    }
}
