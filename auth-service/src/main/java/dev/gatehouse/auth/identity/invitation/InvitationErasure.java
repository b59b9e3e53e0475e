package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.identity.account.PersonalRecords;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The invitations of an erased account go with it. */
@Singleton
final class InvitationErasure implements PersonalRecords {
    private final PanacheInvitations store;

    @Inject
    InvitationErasure(PanacheInvitations store) {
        this.store = store;
    }

    @Override
    public Uni<Void> forget(UUID accountId, Origin origin) {
        return store.removeOf(accountId);
    }
}
