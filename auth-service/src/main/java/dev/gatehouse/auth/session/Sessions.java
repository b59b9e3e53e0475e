package dev.gatehouse.auth.session;

import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The door to sessions: opens, finds and ends them. */
public interface Sessions {
    /**
     * Ends every session of the account inside the caller's {@code Transactions.run}, with their events and one
     * revocation for the whole account.
     *
     * @return how many there were
     */
    Uni<Integer> endAll(UUID accountId, SessionEnd why, Actor by);
}
