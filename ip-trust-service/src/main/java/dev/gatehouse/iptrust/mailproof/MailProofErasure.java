package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.iptrust.account.AccountErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class MailProofErasure implements AccountErasure {
    private final PanacheMailProofs proofs;

    MailProofErasure(PanacheMailProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public Uni<Void> forget(UUID accountId) {
        return proofs.deleteById(accountId).replaceWithVoid();
    }
}
