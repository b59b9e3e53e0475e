package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.queue.MailOrder;
import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.iptrust.account.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails codes to administrators and verifies them. */
@ApplicationScoped
public class MailProof {
    private static final String NAME = "ip-trust/mail-proof";

    private final PanacheMailProofs proofs;
    private final MailProofCodes codes;
    private final MailQueue mails;
    private final Events events;
    private final Accounts accounts;
    private final Transactions transactions;
    private final InstantSource clock;

    MailProof(
            PanacheMailProofs proofs,
            MailProofCodes codes,
            MailQueue mails,
            Events events,
            Accounts accounts,
            Transactions transactions,
            InstantSource clock) {
        this.proofs = proofs;
        this.codes = codes;
        this.mails = mails;
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
        return transactions.run(
                () -> accounts.hold(accountId).chain(() -> rowOf(accountId)).chain(row -> request(row, origin)));
    }

    Uni<MailProofOutcome> verify(UUID accountId, String code, Origin origin) {
        return transactions.run(
                () -> proofs.lock(accountId).chain(row -> row == null ? noOpenCode() : verify(row, code, origin)));
    }

    private Uni<MailProofOutcome> request(MailProofRow row, Origin origin) {
        MailProofOutcome outcome = row.request(codes.newProof(), clock.instant());
        Instant expiresAt = row.codeExpiresAt;
        Uni<Void> recorded = outcome instanceof MailProofOutcome.CodeScheduled && expiresAt != null
                ? mails.schedule(MailOrder.of(MailProofMail.KIND, row.proofId, row.accountId, expiresAt))
                        .chain(() -> events.publish(
                                event(row, origin, new Change("codeExpiresAt", null, expiresAt.toString()))))
                : events.publish(event(row, origin).failed("too_many_codes"));
        return recorded.replaceWith(outcome);
    }

    private Uni<MailProofOutcome> verify(MailProofRow row, String code, Origin origin) {
        Instant before = row.provenUntil;
        MailProofOutcome outcome = row.verify(codes.check(row.proofId, code), clock.instant());
        SecurityEvent<SettingsChanged> event =
                switch (outcome) {
                    case MailProofOutcome.Proven proven ->
                        event(row, origin, new Change("provenUntil", text(before), text(row.provenUntil)));
                    case MailProofOutcome.WrongCode wrong -> event(row, origin).failed("wrong_code");
                    case MailProofOutcome.NoOpenCode none -> event(row, origin).failed("no_open_code");
                    case MailProofOutcome.TooMany tooMany -> event(row, origin).failed("too_many_codes");
                    case MailProofOutcome.CodeScheduled scheduled ->
                        throw new IllegalStateException("Verifying a code schedules none");
                };
        return events.publish(event).replaceWith(outcome);
    }

    private Uni<MailProofRow> rowOf(UUID accountId) {
        return proofs.locked(MailProofRow.of(accountId, codes.newProof(), clock.instant()));
    }

    private SecurityEvent<SettingsChanged> event(MailProofRow row, Origin origin, Change... changes) {
        return events.event(new SettingsChanged(NAME, List.of(changes)), origin).about(row.accountId);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static Uni<MailProofOutcome> noOpenCode() {
        return Uni.createFrom().item(new MailProofOutcome.NoOpenCode());
    }
}
