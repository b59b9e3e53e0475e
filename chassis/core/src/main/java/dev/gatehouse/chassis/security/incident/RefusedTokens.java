package dev.gatehouse.chassis.security.incident;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.caller.AuthorityLost;
import dev.gatehouse.chassis.security.caller.TokenRefusal;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.contracts.event.AccessTokenRefused;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Publishes an event for access tokens that are not valid here. It names only the check that failed. */
@ApplicationScoped
class RefusedTokens {
    private final ClientAddress client;
    private final Incidents incidents;
    private final String audience;

    RefusedTokens(ClientAddress client, Incidents incidents, SuiteConfig suite) {
        this.client = client;
        this.incidents = incidents;
        this.audience = suite.audience();
    }

    void onFailure(@Observes AuthenticationFailureEvent refusal) {
        TokenRefusal.step(refusal.getAuthenticationFailure()).ifPresent(this::publish);
    }

    /** Each one: a session that ended while requests of it were under way may be a theft that was noticed. */
    void onAuthorityLost(@Observes AuthorityLost refusal) {
        incidents.publishEach(new AccessTokenRefused(audience), "authority_lost", client.address(), client.userAgent());
    }

    private void publish(String step) {
        incidents.publish(new AccessTokenRefused(audience), step, client.address(), client.userAgent());
    }
}
