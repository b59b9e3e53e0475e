package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Deletes the counters of an erased account: they say from which networks it logged in. */
@ApplicationScoped
class PanacheLimitErasure implements AccountErasureListener {
    private static final String DELETE = "DELETE FROM login_limit WHERE account_id = ?1";

    PanacheLimitErasure() {}

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELETE)
                        .setParameter(1, UuidBytes.bytes(accountId))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
