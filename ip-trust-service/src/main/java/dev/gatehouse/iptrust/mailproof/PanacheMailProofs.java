package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.iptrust.account.AccountErasureListener;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheMailProofs implements PanacheRepositoryBase<MailProofRow, UUID>, AccountErasureListener {
    private static final String INSERT_IF_ABSENT =
            "INSERT INTO mail_proof (account_id, proof_id, window_ends_at, codes_sent, tries) VALUES (?, ?, ?, 0, 0)"
                    + " ON DUPLICATE KEY UPDATE tries = tries";

    Uni<@Nullable MailProofRow> lock(UUID accountId) {
        return find("accountId", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /**
     * The row of the account, locked; this one where there is none. The insert comes first: a locking read of an absent
     * row locks the gap, and two transactions that then insert into it are a deadlock.
     */
    Uni<MailProofRow> locked(MailProofRow blank) {
        return SessionSql.update(INSERT_IF_ABSENT, blank.accountId, blank.proofId, blank.windowEndsAt)
                .chain(() -> findById(blank.accountId, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<@Nullable MailProofRow> withProof(UUID proofId) {
        return find("proofId", proofId).firstResult();
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return deleteById(accountId).replaceWithVoid();
    }
}
