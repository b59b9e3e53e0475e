package dev.gatehouse.chassis.security.clientaddress;

import dev.gatehouse.chassis.messaging.event.Incidents;
import dev.gatehouse.contracts.event.ClientAddressForged;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Looks at every request that is for an endpoint, and tells of forwarding headers from who is no proxy. */
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
        resolution.forged().ifPresent(claim -> tell(claim, resolution.peer()));
    }

    private void tell(Resolution.Claim claim, IpAddress peer) {
        String claimed = UserAgentHeader.clean(claim.value(), LONGEST_CLAIM);
        incidents.publish(
                new ClientAddressForged(claim.header(), claimed),
                "untrusted_peer",
                peer.canonical(),
                client.userAgent());
    }
}
