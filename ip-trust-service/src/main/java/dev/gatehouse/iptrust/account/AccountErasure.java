package dev.gatehouse.iptrust.account;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What a room does when an account is gone; every bean of this type is asked, in the transaction that forgets it. */
public interface AccountErasure {
    /** Forgets what is kept of the account. MUST NOT fail for an account that is not known. */
    Uni<Void> forget(UUID accountId);
}
