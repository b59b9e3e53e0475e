package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Deletes the counters of an erased account: they say from which networks it logged in. */
@ApplicationScoped
class PanacheLimitErasure implements AccountErasureListener {
    private static final String DELETE = "DELETE FROM login_limit WHERE account_id = ?";

    PanacheLimitErasure() {}

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return SessionSql.update(DELETE, accountId).replaceWithVoid();
    }
}
