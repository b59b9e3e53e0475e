package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The invitations of an erased account go with it. */
@ApplicationScoped
class InvitationErasure implements AccountErasureListener {
    private final PanacheInvitations store;

    InvitationErasure(PanacheInvitations store) {
        this.store = store;
    }

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return store.removeOf(accountId);
    }
}
