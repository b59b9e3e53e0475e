package dev.gatehouse.contracts.state;

import dev.gatehouse.contracts.topic.Topic;
import java.time.Instant;
import java.util.UUID;

/**
 * An account may sign in from a network, on {@link Topic#TRUSTED_ADDRESSES}; a tombstone withdraws it.
 *
 * @param network canonical text: an IPv4 address, or an IPv6 prefix such as {@code 2001:db8::/64}
 * @param trustedUntil from then on it is as if it was withdrawn, without another message
 */
public record TrustedAddressState(UUID accountId, String network, Instant trustedUntil, long version) implements State {
    /** The key of the trust that this account has in this network. */
    public static String key(UUID accountId, String network) {
        return accountId + "|" + network;
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
