package dev.gatehouse.auth.identity.account;

import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Is called when an account is erased. Every package that keeps personal data of accounts has an implementation. */
public interface AccountErasureListener {
    /** Deletes the personal data, inside the transaction that erases the account. */
    Uni<Void> accountErased(UUID accountId, Origin origin);
}
