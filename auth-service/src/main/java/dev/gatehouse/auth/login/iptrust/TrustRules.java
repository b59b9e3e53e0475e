package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;
import java.util.List;

/**
 * The settings of IP trust, as far as a login needs them.
 *
 * @param verificationLifetime how long an address may be verified after the login
 * @param networks trusted for all accounts
 */
record TrustRules(boolean enabled, IpTrustScope scope, Duration verificationLifetime, List<TrustedNetwork> networks) {
    /** The rules until ip-trust-service has published its settings. */
    static final TrustRules OFF = new TrustRules(false, IpTrustScope.ALL_AGENTS, Duration.ofMinutes(15), List.of());

    TrustRules {
        networks = List.copyOf(networks);
    }
}
