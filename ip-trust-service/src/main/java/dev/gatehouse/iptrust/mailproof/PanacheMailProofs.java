package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.iptrust.account.AccountErasureListener;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheMailProofs implements PanacheRepositoryBase<MailProofRow, UUID>, AccountErasureListener {
    Uni<@Nullable MailProofRow> lock(UUID accountId) {
        return find("accountId", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<@Nullable MailProofRow> withProof(UUID proofId) {
        return find("proofId", proofId).firstResult();
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }
}
