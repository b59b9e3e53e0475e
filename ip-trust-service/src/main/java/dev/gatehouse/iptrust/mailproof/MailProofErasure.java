package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.iptrust.account.AccountErasureListener;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class MailProofErasure implements AccountErasureListener {
    private final PanacheMailProofs proofs;

    MailProofErasure(PanacheMailProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return proofs.deleteById(accountId).replaceWithVoid();
    }
}
