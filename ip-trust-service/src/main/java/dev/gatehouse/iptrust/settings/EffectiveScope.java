package dev.gatehouse.iptrust.settings;

import dev.gatehouse.contracts.state.IpTrustScope;

/** Whose logins IP trust checks. An administrator must confirm a wider scope. */
record EffectiveScope(boolean enabled, IpTrustScope scope) {
    static EffectiveScope of(IpTrustSettings settings) {
        return new EffectiveScope(settings.enabled(), settings.scope());
    }

    /** Whether it checks logins that the other one does not. */
    boolean widerThan(EffectiveScope other) {
        return enabled && (!other.enabled || (coversAll() && !other.coversAll()));
    }

    private boolean coversAll() {
        return scope == IpTrustScope.ALL_AGENTS;
    }
}
