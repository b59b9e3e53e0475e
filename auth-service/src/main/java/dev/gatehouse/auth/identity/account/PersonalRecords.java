package dev.gatehouse.auth.identity.account;

import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What a room keeps about a person beside the account; one implementation per such room, all asked on erasure. */
public interface PersonalRecords {
    /** Deletes it, inside the transaction that erases the account. */
    Uni<Void> forget(UUID accountId, Origin origin);
}
