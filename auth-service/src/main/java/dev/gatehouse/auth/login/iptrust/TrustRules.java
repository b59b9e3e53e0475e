package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;
import java.util.List;

/**
 * The settings of IP trust, as far as a sign-in needs them.
 *
 * @param verificationLifetime how long a sign-in waits for its address to be trusted
 * @param networks trusted for everybody
 */
record TrustRules(boolean enabled, IpTrustScope scope, Duration verificationLifetime, List<TrustedNetwork> networks) {
    /** Before anybody has told us anything. */
    static final TrustRules OFF = new TrustRules(false, IpTrustScope.ALL_AGENTS, Duration.ofMinutes(15), List.of());

    TrustRules {
        networks = List.copyOf(networks);
    }
}
