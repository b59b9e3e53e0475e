package dev.gatehouse.iptrust.settings;

import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;

/**
 * What administrators decide about IP trust.
 *
 * @param verificationLifetime how long a verification, and the sign-in that waits for it, stays open
 * @param ipv6PrefixLength how much of an IPv6 address counts as the address
 */
public record IpTrustSettings(
        boolean enabled,
        IpTrustScope scope,
        TrustDuration trustDuration,
        Duration verificationLifetime,
        Confirmation confirmation,
        int ipv6PrefixLength) {
    /** The same settings for these people only. */
    public IpTrustSettings reaching(EffectiveScope reach) {
        return new IpTrustSettings(
                reach.enabled(), reach.scope(), trustDuration, verificationLifetime, confirmation, ipv6PrefixLength);
    }
}
