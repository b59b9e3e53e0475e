package dev.gatehouse.chassis.security.clientaddress;

import dev.gatehouse.chassis.messaging.event.Incidents;
import dev.gatehouse.contracts.event.ClientAddressForged;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Checks every request to an endpoint, and publishes an event for a forwarding header from a peer that is no proxy. */
@ApplicationScoped
class ForgeryWatch {
    private static final int LONGEST_CLAIM = 200;

    private final ClientAddress client;
    private final Incidents incidents;

    ForgeryWatch(ClientAddress client, Incidents incidents) {
        this.client = client;
        this.incidents = incidents;
    }

    /** Never answers the request itself. */
    @ServerRequestFilter
    public void watch() {
        Resolution resolution = client.resolution();
        resolution.forged().ifPresent(claim -> publish(claim, resolution.peer()));
    }

    private void publish(Resolution.Claim claim, IpAddress peer) {
        String claimed = UserAgentHeader.clean(claim.value(), LONGEST_CLAIM);
        incidents.publish(
                new ClientAddressForged(claim.header(), claimed),
                "untrusted_peer",
                peer.canonical(),
                client.userAgent());
    }
}
