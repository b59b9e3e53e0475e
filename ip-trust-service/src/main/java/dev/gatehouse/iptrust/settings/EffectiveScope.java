package dev.gatehouse.iptrust.settings;

import dev.gatehouse.contracts.state.IpTrustScope;

/** Whom the settings can stop: what an administrator must confirm when it grows. */
public record EffectiveScope(boolean enabled, IpTrustScope scope) {
    /** The reach of these settings. */
    public static EffectiveScope of(IpTrustSettings settings) {
        return new EffectiveScope(settings.enabled(), settings.scope());
    }

    /** Whether it can stop somebody whom the other cannot. */
    public boolean widerThan(EffectiveScope other) {
        return enabled && (!other.enabled || (wide() && !other.wide()));
    }

    private boolean wide() {
        return scope == IpTrustScope.ALL_AGENTS;
    }
}
