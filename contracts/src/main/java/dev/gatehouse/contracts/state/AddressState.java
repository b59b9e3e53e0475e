package dev.gatehouse.contracts.state;

import dev.gatehouse.contracts.topic.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an address, on {@link Topic#ADDRESSES}.
 *
 * @param ip canonical text
 * @param hostname the name that reverse look-up gave; absent when there is none
 * @param confirmed whether the name leads back to the address; an unconfirmed name must not be believed
 * @param internal whether the address is one of the operator's own or a private one
 * @param ended true when nothing is known about the address any more; absent otherwise
 */
public record AddressState(
        String ip,
        @Nullable String hostname,
        boolean confirmed,
        boolean internal,
        Instant resolvedAt,
        long version,
        @Nullable Boolean ended)
        implements State {
    /** What is known about an address now. */
    public AddressState(
            String ip,
            @Nullable String hostname,
            boolean confirmed,
            boolean internal,
            Instant resolvedAt,
            long version) {
        this(ip, hostname, confirmed, internal, resolvedAt, version, null);
    }

    @Override
    public boolean hasEnded() {
        return Boolean.TRUE.equals(ended);
    }

    @Override
    public Topic topic() {
        return Topic.ADDRESSES;
    }

    @Override
    public String key() {
        return ip;
    }

    @Override
    public String type() {
        return "address.state";
    }
}
