package dev.gatehouse.contracts.state;

import dev.gatehouse.contracts.topic.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of IP trust that a login needs, on {@link Topic#SETTINGS}.
 *
 * @param ipv6PrefixLength how much of an IPv6 address counts as the address
 * @param verificationSeconds how long a verification, and the challenge it belongs to, stays open
 * @param networks trusted for everybody
 */
public record IpTrustState(
        boolean enabled,
        IpTrustScope scope,
        int ipv6PrefixLength,
        long verificationSeconds,
        List<TrustedNetwork> networks,
        long version)
        implements State {
    /** The one key of these settings. */
    public static final String KEY = "ip-trust/ip-trust";

    /** Copies. */
    public IpTrustState {
        networks = List.copyOf(networks);
    }

    /** The settings exist as long as the suite. */
    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public Topic topic() {
        return Topic.SETTINGS;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String type() {
        return "ip-trust-settings.state";
    }

    /**
     * A network that everybody may sign in from.
     *
     * @param network CIDR in canonical text
     * @param expiresAt from then on it is not trusted; absent: until removed
     */
    public record TrustedNetwork(String network, @Nullable Instant expiresAt) {}
}
