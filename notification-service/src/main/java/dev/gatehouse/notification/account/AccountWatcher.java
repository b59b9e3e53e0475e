package dev.gatehouse.notification.account;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What keeps rows about accounts; told within the transaction that takes the news in, so it opens none. */
public interface AccountWatcher {
    /** An agent is known now; told again with every later change of the account. */
    default Uni<Void> known(Recipient agent) {
        return Uni.createFrom().voidItem();
    }

    /** The account is gone for good: everything about it MUST go. */
    Uni<Void> erased(UUID accountId);
}
