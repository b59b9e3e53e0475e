package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;
import java.util.List;

/** Trust for tests. */
public final class Trusting {
    private Trusting() {}

    /** IP trust is off. */
    public static Trust disabled() {
        return new Trust(Trust.Rules.OFF, List.of());
    }

    /** IP trust is on, and no address is trusted. */
    public static Trust noAddress() {
        return new Trust(new Trust.Rules(true, IpTrustScope.ALL_AGENTS, Duration.ofMinutes(15), List.of()), List.of());
    }

    /** IP trust is off, and this address is trusted. */
    public static Trust address(String network) {
        return new Trust(
                Trust.Rules.OFF, List.of(TrustedNetwork.read(network, null).orElseThrow()));
    }
}
