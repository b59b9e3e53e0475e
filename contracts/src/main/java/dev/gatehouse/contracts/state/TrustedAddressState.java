package dev.gatehouse.contracts.state;

import dev.gatehouse.contracts.topic.Topic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account may sign in from a network, on {@link Topic#TRUSTED_ADDRESSES}.
 *
 * @param network canonical text: an IPv4 address, or an IPv6 prefix such as {@code 2001:db8::/64}
 * @param trustedUntil from then on the network is not trusted, without another message; when ended, the time of the end
 * @param ended true when the trust ended early; absent otherwise
 */
public record TrustedAddressState(
        UUID accountId,
        String network,
        Instant trustedUntil,
        long version,
        @Nullable Boolean ended) implements State {
    /** Trust that begins or goes on. */
    public TrustedAddressState(UUID accountId, String network, Instant trustedUntil, long version) {
        this(accountId, network, trustedUntil, version, null);
    }

    /** The key of the trust that this account has in this network. */
    public static String key(UUID accountId, String network) {
        return accountId + "|" + network;
    }

    @Override
    public boolean hasEnded() {
        return Boolean.TRUE.equals(ended);
    }

    @Override
    public Topic topic() {
        return Topic.TRUSTED_ADDRESSES;
    }

    @Override
    public String key() {
        return key(accountId, network);
    }

    @Override
    public String type() {
        return "trusted-address.state";
    }
}
