package dev.gatehouse.chassis.security.incident;

import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.contracts.event.ClientAddressForged;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Checks every request to an endpoint, and publishes an event for a forwarding header from a peer that is no proxy. */
@ApplicationScoped
class ForgeryWatch {
    private final ClientAddress client;
    private final Incidents incidents;

    ForgeryWatch(ClientAddress client, Incidents incidents) {
        this.client = client;
        this.incidents = incidents;
    }

    /** Never answers the request itself. */
    @ServerRequestFilter
    public void watch() {
        client.forged().ifPresent(this::publish);
    }

    private void publish(ClientAddress.Forged forged) {
        incidents.publish(
                new ClientAddressForged(forged.header(), forged.claimed()),
                "untrusted_peer",
                forged.peer(),
                client.userAgent());
    }
}
