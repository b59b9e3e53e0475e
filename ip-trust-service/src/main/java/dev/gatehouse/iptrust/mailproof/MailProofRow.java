package dev.gatehouse.iptrust.mailproof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "mail_proof")
class MailProofRow {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final Duration PROOF_LIFETIME = Duration.ofDays(1);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MAX_CODES = 5;
    private static final int MAX_TRIES = 5;

    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "proof_id")
    UUID proofId;

    @Column(name = "code_expires_at")
    @Nullable
    Instant codeExpiresAt;

    @Column(name = "window_ends_at")
    Instant windowEndsAt;

    @Column(name = "codes_sent")
    int codesSent;

    int tries;

    @Column(name = "proven_until")
    @Nullable
    Instant provenUntil;

    static MailProofRow of(UUID accountId, UUID proofId, Instant now) {
        MailProofRow row = new MailProofRow();
        row.accountId = accountId;
        row.proofId = proofId;
        row.windowEndsAt = now.plus(WINDOW);
        return row;
    }

    MailProofOutcome request(UUID newProofId, Instant now) {
        beginWindow(now);
        if (codesSent >= MAX_CODES || tries >= MAX_TRIES) {
            return tooMany(now);
        }
        codesSent++;
        proofId = newProofId;
        codeExpiresAt = now.plus(CODE_LIFETIME);
        return new MailProofOutcome.CodeScheduled();
    }

    /** Counts the try, whether the code matches or not. */
    MailProofOutcome verify(MailProofCodes.Check check, Instant now) {
        beginWindow(now);
        if (tries >= MAX_TRIES) {
            return tooMany(now);
        }
        if (!open(now)) {
            return new MailProofOutcome.NoOpenCode();
        }
        tries++;
        return switch (check) {
            case MATCHES -> proven(now);
            case DIFFERS -> new MailProofOutcome.WrongCode();
        };
    }

    boolean open(Instant now) {
        return codeExpiresAt != null && now.isBefore(codeExpiresAt);
    }

    boolean provenAt(Instant now) {
        return provenUntil != null && now.isBefore(provenUntil);
    }

    private MailProofOutcome proven(Instant now) {
        provenUntil = now.plus(PROOF_LIFETIME);
        codeExpiresAt = null;
        tries = 0;
        return new MailProofOutcome.Proven();
    }

    private MailProofOutcome tooMany(Instant now) {
        return new MailProofOutcome.TooMany(Duration.between(now, windowEndsAt));
    }

    private void beginWindow(Instant now) {
        if (!now.isBefore(windowEndsAt)) {
            windowEndsAt = now.plus(WINDOW);
            codesSent = 0;
            tries = 0;
        }
    }
}
