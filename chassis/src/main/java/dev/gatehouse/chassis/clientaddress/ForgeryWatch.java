package dev.gatehouse.chassis.clientaddress;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Looks at every request that is for an endpoint, also where nobody asks for the address. */
@ApplicationScoped
class ForgeryWatch {
    private final ClientAddress client;
    private final ForgedHeaders forged;

    ForgeryWatch(ClientAddress client, ForgedHeaders forged) {
        this.client = client;
        this.forged = forged;
    }

    /** Never answers the request itself. */
    @ServerRequestFilter
    public void watch() {
        Resolution resolution = client.resolution();
        resolution.forged().ifPresent(claim -> forged.record(resolution.peer(), claim, client.userAgent()));
    }
}
