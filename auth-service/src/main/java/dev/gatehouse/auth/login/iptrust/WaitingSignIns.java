package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * The sign-ins that wait for an address to be trusted; all but {@link #look} join the caller's
 * {@code Transactions.run}.
 */
public interface WaitingSignIns {
    /** Approves those of this account that come from this network, and no others. */
    Uni<Void> approve(UUID accountId, IpNetwork network);

    /** Denies the one with this reference; one that is closed already stays as it is. */
    Uni<Void> deny(UUID reference);

    /** Closes the one with this reference, because nobody answered; one that is closed already stays as it is. */
    Uni<Void> expire(UUID reference);

    /** Tells those of this account to look at the database, after a commit. */
    void look(UUID accountId);
}
