package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * The login challenges that wait for an address to be trusted. All methods but {@link #signal} join the caller's
 * {@code Transactions.run}.
 */
public interface PendingChallenges {
    /** Approves the pending challenges of this account whose client is in this network, and no others. */
    Uni<Void> approve(UUID accountId, IpNetwork network);

    /** Denies the challenge with this reference; a closed one stays as it is. */
    Uni<Void> deny(UUID reference);

    /** Expires the challenge with this reference; a closed one stays as it is. */
    Uni<Void> expire(UUID reference);

    /** Signals waiting clients of this account to read the database, after a commit. */
    void signal(UUID accountId);
}
