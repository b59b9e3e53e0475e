package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.iptrust.account.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Mails codes to administrators and believes those that come back. */
@ApplicationScoped
public class MailProof {
    private final PanacheMailProofs proofs;
    private final MailProofCodes codes;
    private final MailProofTrail events;
    private final Accounts accounts;
    private final Transactions transactions;
    private final InstantSource clock;

    MailProof(
            PanacheMailProofs proofs,
            MailProofCodes codes,
            MailProofTrail events,
            Accounts accounts,
            Transactions transactions,
            InstantSource clock) {
        this.proofs = proofs;
        this.codes = codes;
        this.events = events;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether mail reached this account within the last day; joins the caller's transaction. */
    public Uni<Boolean> proven(UUID accountId) {
        return proofs.findById(accountId).map(row -> row != null && row.provenAt(clock.instant()));
    }

    Uni<MailProofOutcome> request(UUID accountId, Origin origin) {
        return transactions
                .run(() ->
                        accounts.hold(accountId).chain(() -> rowOf(accountId)).chain(row -> request(row, origin)))
                .invoke(events::wake);
    }

    Uni<MailProofOutcome> answer(UUID accountId, String code, Origin origin) {
        return transactions.run(
                () -> proofs.lock(accountId).chain(row -> row == null ? nothingOpen() : answer(row, code, origin)));
    }

    private Uni<MailProofOutcome> request(MailProofRow row, Origin origin) {
        MailProofOutcome outcome = row.request(codes.newProof(), clock.instant());
        return events.requested(row, outcome, origin).replaceWith(outcome);
    }

    private Uni<MailProofOutcome> answer(MailProofRow row, String code, Origin origin) {
        Instant before = row.provenUntil();
        MailProofOutcome outcome = row.answer(judge(row, code), clock.instant());
        return events.answered(before, row, outcome, origin).replaceWith(outcome);
    }

    private MailProofRow.Answer judge(MailProofRow row, String code) {
        return codes.fits(row.proofId(), code) ? MailProofRow.Answer.RIGHT : MailProofRow.Answer.WRONG;
    }

    private Uni<MailProofRow> rowOf(UUID accountId) {
        return proofs.lock(accountId)
                .chain(row -> row == null ? newRow(accountId) : Uni.createFrom().item(row));
    }

    private Uni<MailProofRow> newRow(UUID accountId) {
        return proofs.persist(MailProofRow.of(accountId, codes.newProof(), clock.instant()));
    }

    private static Uni<MailProofOutcome> nothingOpen() {
        return Uni.createFrom().item(new MailProofOutcome.NoOpenCode());
    }
}
