package dev.gatehouse.iptrust.settings;

import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;

/**
 * The values that administrators set.
 *
 * @param verificationLifetime how long a verification, and the challenge that waits for it, stays open
 * @param ipv6PrefixLength the prefix of an IPv6 address that is trusted as a whole
 */
public record IpTrustSettings(
        boolean enabled,
        IpTrustScope scope,
        TrustDuration trustDuration,
        Duration verificationLifetime,
        Confirmation confirmation,
        int ipv6PrefixLength) {
    IpTrustSettings with(EffectiveScope other) {
        return new IpTrustSettings(
                other.enabled(), other.scope(), trustDuration, verificationLifetime, confirmation, ipv6PrefixLength);
    }
}
