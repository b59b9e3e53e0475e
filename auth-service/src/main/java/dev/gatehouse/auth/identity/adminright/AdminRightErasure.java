package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AdminRightWithdrawn;
import dev.gatehouse.contracts.event.Change;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Withdraws the admin right of an erased account and publishes it like any other withdrawal. */
@ApplicationScoped
class AdminRightErasure implements AccountErasureListener {
    private final PanacheAdminRights store;
    private final PanacheAdminRightUses uses;
    private final Events events;

    AdminRightErasure(PanacheAdminRights store, PanacheAdminRightUses uses, Events events) {
        this.store = store;
        this.uses = uses;
        this.events = events;
    }

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return uses.removeOf(accountId).chain(() -> store.reason(accountId)).chain(reason -> store.remove(accountId)
                .chain(hadRight -> hadRight
                        ? publish(accountId, reason, origin)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> publish(UUID accountId, Optional<String> reason, Origin origin) {
        List<Change> changes = List.of(
                new Change("admin", Boolean.toString(true), Boolean.toString(false)),
                new Change("reason", reason.orElse(null), null));
        return events.publish(events.event(new AdminRightWithdrawn("account erased", changes), origin)
                .about(accountId));
    }
}
