package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The login challenges that wait for an address to be trusted. All methods but {@link #signal} join the caller's
 * {@code Transactions.run}.
 */
public interface PendingChallenges {
    /** Approves the pending challenges of this account whose client is in this network, and no others. */
    Uni<Void> approve(UUID accountId, IpNetwork network);

    /**
     * Denies the challenge with this reference; a closed one stays as it is. Returns the client of the login; empty
     * when the challenge is not known any more.
     */
    Uni<Optional<DeniedClient>> deny(UUID reference);

    /** Expires the challenge with this reference; a closed one stays as it is. */
    Uni<Void> expire(UUID reference);

    /** Signals waiting clients of this account to read the database, after a commit. */
    void signal(UUID accountId);

    /** The client of a denied login. */
    record DeniedClient(String ip, @Nullable String userAgent) {}
}
