package dev.gatehouse.iptrust.account;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Called when an account was erased; every bean of this type, in the transaction that clears the copy. */
public interface AccountErasureListener {
    /** Deletes what is kept of the account. MUST NOT fail for an unknown account. */
    Uni<Void> accountErased(UUID accountId);
}
