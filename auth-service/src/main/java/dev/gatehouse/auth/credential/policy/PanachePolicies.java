package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** The table {@code password_policy}. */
@ApplicationScoped
class PanachePolicies implements PanacheRepositoryBase<PolicyRow, AccountKind> {
    Uni<List<PolicyRow>> all() {
        return listAll();
    }

    Uni<PolicyRow> byKind(AccountKind kind) {
        return findById(kind);
    }

    /** It stays as it is until the transaction ends. */
    Uni<PolicyRow> lock(AccountKind kind) {
        return findById(kind, LockModeType.PESSIMISTIC_WRITE);
    }
}
